import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { listManagedRooms } from '../queries.ts'
import { addPlace } from '../record/commands.ts'
import { orderPlaces } from './commands.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const system = createContext(db, systemActor)

const addRooms = async (scope: EditionScope, ...names: string[]) => {
  const ids: string[] = []
  for (const name of names) ids.push(await addPlace(system, 'rooms', scope, { name }))
  return ids
}
const names = async (scope: EditionScope) => (await listManagedRooms(db, scope)).map(({ name }) => name)
const [a, b, c, d] = await addRooms(own, 'A', 'B', 'C', 'D')
const [stranger] = await addRooms(foreign, 'Fremd 1', 'Fremd 2')

test.each([
  ['the order that was asked for', [d, c, b, a], ['D', 'C', 'B', 'A']],
  ['those that are not named follow as they were', [a, b], ['A', 'B', 'D', 'C']],
  ['ids of another edition mean nothing', [stranger, c], ['C', 'A', 'B', 'D']],
  ['a name given twice counts once', [d, d, a, a], ['D', 'A', 'C', 'B']],
  ['nothing asked for changes nothing', [], ['D', 'A', 'C', 'B']],
])('%s', async (_, ids, expected) => {
  const wanted = ids.map((id) => id!)
  const told = await hear(db, systemActor, (ctx) => orderPlaces(ctx, own, 'rooms', wanted))
  expect(told).toEqual({
    answer: undefined,
    touched: 1,
    jobs: [['library.index-edition', { editionId: own.editionId }]],
  })
  expect(await names(own)).toEqual(expected)
  expect(await names(foreign)).toEqual(['Fremd 1', 'Fremd 2'])
})

test('a new one comes last also after the order was changed', async () => {
  await orderPlaces(system, own, 'rooms', [b!, a!])
  await addRooms(own, 'E')
  expect((await names(own)).at(-1)).toBe('E')
})

test('order is the business of who organises and of the programme team', async () => {
  expect(await whoMay(db, places, (ctx) => orderPlaces(ctx, own, 'tracks', []))).toEqual([
    'system',
    'operator',
    'series-organiser',
    'programme',
  ])
})

const addAtOnce = (through: Db) =>
  Promise.allSettled([1, 2].map(() => addPlace(createContext(through, systemActor), 'rooms', sister, { name: 'Saal' })))

test('two rooms of one name that are added at once get two addresses and two places', async () => {
  expect((await addAtOnce(db)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  const slugs = (await listManagedRooms(db, sister)).map(({ slug }) => slug)
  expect(slugs).toEqual(['saal', 'saal-2'])
})

test('without the lock of the list one of them is lost', async () => {
  await db.deleteFrom('rooms').where('edition_id', '=', sister.editionId).execute()
  const outcomes = await addAtOnce(withoutLocks(db, 2))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
