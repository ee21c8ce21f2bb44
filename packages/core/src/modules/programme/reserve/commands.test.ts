import { beforeAll, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { addReserve, changeReserve, removeReserve } from './commands.ts'
import { findReserve, listReserves } from './queries.ts'
import { reserveInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let scope: EditionScope
let foreign: EditionScope
let people: string[]

beforeAll(async () => {
  scope = await scopeOfEdition(db, (await addEdition(db, 'reserve')).id)
  foreign = await scopeOfEdition(db, (await addEdition(db, 'fremd')).id)
  people = [await addPerson(db, 'ida', 'Ida Öhm'), await addPerson(db, 'bo', 'Bo Berg')]
})

const inputOf = (given: object = {}) => reserveInput.parse({ personId: people[0], title: 'Gamma', ...given })

test('somebody is put on the list, changed and taken off it', async () => {
  const { id } = await addReserve(ctx, scope, inputOf({ organisationName: 'Stadt Musterhausen' }))
  const stored = await findReserve(db, scope, id)
  expect(stored).toEqual({
    id,
    revision: 1,
    personId: people[0],
    name: 'Ida Öhm',
    function: null,
    organisationName: 'Stadt Musterhausen',
    mode: 'on-site',
    title: 'Gamma',
    abstract: '',
    note: null,
    state: 'available',
  })
  expect(await changeReserve(ctx, scope, id, inputOf({ state: 'asked' }), 1)).toEqual({ kind: 'saved' })
  expect(await changeReserve(ctx, scope, id, inputOf({ state: 'declined' }), 1)).toEqual({ kind: 'conflict' })
  expect((await findReserve(db, scope, id))?.state).toBe('asked')
  await removeReserve(ctx, scope, id)
  expect(await listReserves(db, scope)).toEqual([])
})

test('somebody who is in no directory yet is put into it', async () => {
  const { id } = await addReserve(ctx, scope, reserveInput.parse({ personName: 'Dr. Zoe Zahl' }))
  const stored = await findReserve(db, scope, id)
  expect(stored?.name).toBe('Dr. Zoe Zahl')
  const person = await db.selectFrom('persons').selectAll().where('id', '=', stored!.personId).executeTakeFirst()
  expect([person?.name, person?.academic_title]).toEqual(['Zoe Zahl', 'Dr.'])
  await removeReserve(ctx, scope, id)
  expect(reserveInput.safeParse({ title: 'Gamma' }).success).toBe(false)
})

test('is not taken off by whoever has not seen what it says by now', async () => {
  const { id } = await addReserve(ctx, scope, inputOf())
  await changeReserve(ctx, scope, id, inputOf({ state: 'asked' }), 1)
  expect(await removeReserve(ctx, scope, id, 1)).toEqual({ kind: 'conflict' })
  expect(await removeReserve(ctx, scope, id, 2)).toEqual({ kind: 'removed' })
})

test('the list of another edition is not seen and not changed', async () => {
  const { id } = await addReserve(ctx, scope, inputOf())
  expect(await findReserve(db, foreign, id)).toBeNull()
  await expect(changeReserve(ctx, foreign, id, inputOf())).rejects.toThrow('reserve.not_found')
  await removeReserve(ctx, foreign, id)
  expect(await listReserves(db, scope)).toHaveLength(1)
})

test('nobody who is not in the directory, and by nobody who may not', async () => {
  await expect(addReserve(ctx, scope, inputOf({ personId: 'per_none' }))).rejects.toThrow('person.not_found')
  for (const actor of [publicActor, withRole('helper', scope)]) {
    const denied = createContext(db, actor)
    await expect(addReserve(denied, scope, inputOf())).rejects.toThrow('access.denied')
    await expect(changeReserve(denied, scope, 'rsv_1', inputOf())).rejects.toThrow('access.denied')
    await expect(removeReserve(denied, scope, 'rsv_1')).rejects.toThrow('access.denied')
  }
})

test('is read by name, with as many queries for three as for one', async () => {
  await addReserve(ctx, foreign, inputOf({ personId: people[1] }))
  const one = await countQueries(db, (over) => listReserves(over, foreign))
  await addReserve(ctx, foreign, inputOf())
  await addReserve(ctx, foreign, inputOf({ title: 'Delta' }))
  expect(await countQueries(db, (over) => listReserves(over, foreign))).toBe(one)
  expect((await listReserves(db, foreign)).map((reserve) => reserve.name)).toEqual(['Bo Berg', 'Ida Öhm', 'Ida Öhm'])
})
