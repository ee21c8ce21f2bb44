import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { newId } from '../../../kernel/ids.ts'
import type { MaterialKind } from '../types.ts'
import { withdrawMaterials } from './commands.ts'

const { db } = await testDatabase()
let number = 0
let edition: TestEdition
let ida: string
let own: string
let other: string

beforeEach(async () => {
  number++
  edition = await addEdition(db, `unterlagen-${number}`)
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  const bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  const ids = await addSessions(db, edition, [
    { title: 'Alpha', personIds: [ida, bo] },
    { title: 'Beta', personIds: [bo] },
  ])
  own = ids[0]!
  other = ids[1]!
})

async function add(kind: MaterialKind, session_id: string | null): Promise<string> {
  const id = newId('material')
  const rest = { url: null, language: null, licence: null, has_consent: true }
  await db
    .insertInto('materials')
    .values({ id, edition_id: edition.id, session_id, kind, title: kind, ...rest })
    .execute()
  return id
}
const withdraw = (personIds: readonly string[]) => db.transaction().execute((tx) => withdrawMaterials(tx, personIds))
const agreed = async (id: string) =>
  (await db.selectFrom('materials').select('has_consent').where('id', '=', id).executeTakeFirstOrThrow()).has_consent

test.each<[MaterialKind, boolean]>([
  ['slides', false],
  ['handout', false],
  ['recording', false],
  ['photo', false],
  ['link', true],
])('%s of a session of theirs may be shown afterwards: %s', async (kind, stays) => {
  const id = await add(kind, own)
  expect(await withdraw([ida])).toEqual(stays ? [] : [id])
  expect(await agreed(id)).toBe(stays)
})

test('those of other sessions, and of the edition as a whole, stay as they are', async () => {
  const ids = [await add('slides', other), await add('photo', null)]
  expect(await withdraw([ida])).toEqual([])
  expect(await Promise.all(ids.map(agreed))).toEqual([true, true])
  expect(await withdraw([])).toEqual([])
})
