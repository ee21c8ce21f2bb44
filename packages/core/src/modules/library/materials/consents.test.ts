import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { decideOwnConsents } from '../../programme/consents/commands.ts'
import type { ConsentKind } from '../../programme/consents/types.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { readEditionDocuments } from '../search/documents/queries.ts'
import type { MaterialKind } from '../types.ts'
import { listMaterials } from './queries.ts'

const { db } = await testDatabase()
await db.insertInto('accounts').values({ id: 'acc_1', person_id: null, disabled_at: null }).execute()
let number = 0
let edition: TestEdition
let session: string
let ida: string
let bo: string
let moderator: string

beforeEach(async () => {
  number++
  edition = await addEdition(db, `ausgabe-${number}`)
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  moderator = await addPerson(db, `mo-${number}`, 'Mo Derat')
  const [id] = await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida, bo] }])
  session = id!
  await db
    .insertInto('appearances')
    .values({
      id: newId('appearance'),
      session_id: session,
      person_id: moderator,
      role: 'moderator',
      replaces_id: null,
      function: null,
      organisation_id: null,
      organisation_name: null,
      note: null,
    })
    .execute()
  await publishRelease(createContext(db, systemActor), { editionId: edition.id })
})

function add(kind: MaterialKind, has_consent = false, session_id: string | null = session) {
  const row = { id: newId('material'), edition_id: edition.id, session_id, kind, title: kind, has_consent }
  return db
    .insertInto('materials')
    .values({ ...row, url: 'https://example.org/x', language: null, licence: null })
    .execute()
}
const say = (personId: string, kind: ConsentKind, yes: boolean) =>
  decideOwnConsents(createContext(db, { ...accountWith([]), personId }), {
    editionId: edition.id,
    decisions: { [kind]: yes },
  })

/** The kinds of material that can be opened, and those that the search finds: always the same. */
async function shown(): Promise<string[]> {
  const open = (await listMaterials(db, edition.id)).filter((one) => one.url !== null)
  const found = (await readEditionDocuments(db, edition.id)).filter((one) => one.kind === 'material')
  expect(found.map((one) => one.title.de).sort()).toEqual(open.map((one) => one.title).sort())
  return open.map((one) => one.title).sort()
}

describe('slides', () => {
  test('are shown when all who present have agreed, whatever the moderator says', async () => {
    await add('slides')
    expect(await shown()).toEqual([])
    await say(ida, 'slides', true)
    expect(await shown()).toEqual([])
    await say(bo, 'slides', true)
    await say(moderator, 'slides', false)
    expect(await shown()).toEqual(['slides'])
  })

  test('that a source has published stay, until one who presented refuses', async () => {
    await add('slides', true)
    await add('handout', true)
    await add('link', true)
    expect(await shown()).toEqual(['handout', 'link', 'slides'])
    await say(bo, 'slides', false)
    expect(await shown()).toEqual(['link'])
    await say(bo, 'slides', true)
    expect(await shown()).toEqual(['handout', 'link', 'slides'])
  })
})

test.each(['recording', 'photo'] as const)('a %s needs everybody who stood there', async (kind) => {
  await add(kind)
  await say(ida, kind, true)
  await say(bo, kind, true)
  expect(await shown()).toEqual([])
  await say(moderator, kind, true)
  expect(await shown()).toEqual([kind])
  await say(moderator, kind, false)
  expect(await shown()).toEqual([])
})

test('of a photo of the whole edition nobody but those who organise can say who is on it', async () => {
  await add('photo', false, null)
  expect(await shown()).toEqual([])
  await add('photo', true, null)
  expect(await shown()).toEqual(['photo'])
})

test('somebody who did not come is not asked', async () => {
  await add('slides')
  await say(ida, 'slides', true)
  await db.updateTable('appearances').set({ state: 'cancelled' }).where('person_id', '=', bo).execute()
  expect(await shown()).toEqual(['slides'])
})
