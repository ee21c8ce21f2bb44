import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import type { MaterialState } from '../types.ts'
import { listMaterials, listSessionMaterials } from './queries.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'unterlagen')
const [shown, removed] = await addSessions(db, edition, [
  { title: 'Erster Beitrag' },
  { title: 'Entfallen', state: 'removed' },
])
await publishRelease(createContext(db, systemActor), { editionId: edition.id })

const add = (title: string, session_id: string | null, state: MaterialState, has_consent: boolean) =>
  db
    .insertInto('materials')
    .values({
      id: newId('material'),
      edition_id: edition.id,
      session_id,
      kind: 'slides',
      title,
      url: `https://example.org/${state}`,
      has_consent,
      state,
    })
    .execute()

await add('Folien', shown!, 'available', true)
await add('Ohne Zustimmung', shown!, 'available', false)
await add('Verloren', null, 'lost', true)
await add('Angekündigt', null, 'announced', true)
await add('Von einem entfernten', removed!, 'available', true)

test('those of the edition come first, then those of its sessions; a removed session has none', async () => {
  const materials = await listMaterials(db, edition.id)
  expect(materials.map(({ title, session }) => [title, session?.slug])).toEqual([
    ['Verloren', undefined],
    ['Angekündigt', undefined],
    ['Folien', 'erster-beitrag'],
    ['Ohne Zustimmung', 'erster-beitrag'],
  ])
})

test('only what is there and may be shown has an address', async () => {
  const withAddress = (await listMaterials(db, edition.id)).filter((material) => material.url)
  expect(withAddress.map((material) => material.title)).toEqual(['Folien'])
})

test('a session has its own, in one query', async () => {
  expect((await listSessionMaterials(db, shown!)).map((material) => material.title)).toEqual([
    'Folien',
    'Ohne Zustimmung',
  ])
  expect(await countQueries(db, (counted) => listSessionMaterials(counted, shown!))).toBe(1)
  expect(await countQueries(db, (counted) => listMaterials(counted, edition.id))).toBe(1)
})
