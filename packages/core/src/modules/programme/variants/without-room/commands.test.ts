import { beforeEach, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { addVariant } from '../commands.ts'
import { readVariantList, readVariantView } from '../overview/queries.ts'
import { listVariants } from '../queries.ts'
import { addVariantWithoutRoom } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const day = '2031-11-05'
let count = 0
let scope: EditionScope
let [saal, aula, first] = ['', '', '']

beforeEach(async () => {
  const edition = await addEdition(db, `ohne-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  ;[saal, aula] = [
    (await addTrackAndRoom(db, edition, 'saal')).roomId,
    (await addTrackAndRoom(db, edition, 'aula')).roomId,
  ]
  ;[first = ''] = await addSessions(db, edition, [
    { title: 'Alpha', roomId: saal, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
    { title: 'Beta', roomId: aula, day, startsAt: `${day}T09:00`, durationMinutes: 45 },
  ])
})

const idOf = (outcome: { kind: string }) => ('id' in outcome ? String(outcome.id) : '')

test('a lost room is cleared in a variant, and the draft stays', async () => {
  const parked = await addVariantWithoutRoom(ctx, scope, { name: 'Saal fällt aus', roomId: saal, day })
  const moved = await addVariantWithoutRoom(ctx, scope, { name: 'Alles in der Aula', roomId: saal, toRoomId: aula })
  const { draft, variants } = await readVariantList(ctx, scope)
  expect(draft).toMatchObject({ placed: 2, parked: 0, roomsUsed: 2, warnings: { error: 0 } })
  expect(variants.map(({ name, figures, moved }) => [name, figures.placed, figures.warnings.error, moved])).toEqual([
    ['Alles in der Aula', 2, 1, 1],
    ['Saal fällt aus', 1, 0, 1],
  ])
  const view = await readVariantView(ctx, scope, idOf(parked), idOf(moved))
  expect(view.others.map((one) => one.name)).toEqual(['Alles in der Aula'])
  expect(view.comparison.report.moved.map((one) => [one.id, one.from.room, one.to.room])).toEqual([
    [first, 'aula', null],
  ])
  expect(view.comparison.onlyFirst.map((warning) => warning.kind)).toEqual(['room-taken-twice'])
  expect(view.plan).toEqual({ moves: 1, disputes: [], locked: [] })
})

test('nothing is made where there is nothing to clear, or the name is taken', async () => {
  expect(await addVariantWithoutRoom(ctx, scope, { name: 'Ruhetag', roomId: saal, day: '2031-11-06' })).toEqual({
    kind: 'nothing',
  })
  await addVariant(ctx, scope, { name: 'Plan B' })
  expect(await addVariantWithoutRoom(ctx, scope, { name: 'Plan B', roomId: saal })).toEqual({ kind: 'taken' })
  expect((await listVariants(db, scope)).map((one) => one.name)).toEqual(['Plan B'])
})

test('a room of another edition is none of this one', async () => {
  const other = await addTrackAndRoom(db, await addEdition(db, `fremd-${count}`), 'fremd')
  const input = { name: 'Fremd', roomId: saal, toRoomId: other.roomId }
  await expect(addVariantWithoutRoom(ctx, scope, input)).rejects.toThrow('room.not_found')
  expect(await listVariants(db, scope)).toEqual([])
})

test('a list of three takes as many queries as an empty one', async () => {
  const cost = () => countQueries(db, (counted) => readVariantList(createContext(counted, systemActor), scope))
  const empty = await cost()
  for (const name of ['Eins', 'Zwei', 'Drei']) await addVariant(ctx, scope, { name })
  expect(await cost()).toBe(empty)
})

test.each([
  ['the public', publicActor],
  ['helpers', withRole('helper')],
])('%s see no variants and make none', async (_, actor) => {
  const denied = createContext(db, actor)
  await expect(readVariantList(denied, scope)).rejects.toThrow('access.denied')
  await expect(readVariantView(denied, scope, 'var_1', null)).rejects.toThrow('access.denied')
  await expect(addVariantWithoutRoom(denied, scope, { name: 'X', roomId: saal })).rejects.toThrow('access.denied')
})
