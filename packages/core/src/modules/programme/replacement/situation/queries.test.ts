import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addSessions } from '../../../../../test/programme.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { addReserve } from '../../reserve/commands.ts'
import { reserveInput } from '../../reserve/schema.ts'
import { findSituation } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const { scope, sessions, roomId, people, edition } = await addTwoSessions(db, 'lage')

test('knows the session, its room, and who might come', async () => {
  await addReserve(ctx, scope, reserveInput.parse({ personId: people[2] }))
  await addReserve(ctx, scope, reserveInput.parse({ personId: people[0] }))
  const found = await findSituation(ctx, scope, sessions[1])
  expect(found).toMatchObject({ session: { title: 'Beta' }, room: { id: roomId }, track: null, isPublic: true })
  expect(found?.isRoomRemote).toBeNull()
  expect(found?.reserves.map(({ name, obstacle }) => [name, obstacle])).toEqual([
    ['Eva Ernst', null],
    ['Ida Öhm', null],
  ])
})

test('knows what the room is noted to have', async () => {
  const noted = { id: newId('circumstance'), edition_id: edition.id, room_id: roomId }
  await db
    .insertInto('room_equipment')
    .values({ ...noted, equipment: JSON.stringify(['projector']) as never })
    .execute()
  expect((await findSituation(ctx, scope, sessions[0]))?.isRoomRemote).toBe(false)
})

test('does not know sessions of elsewhere, and asks no more for many', async () => {
  const other = await addTwoSessions(db, 'anderswo')
  expect(await findSituation(ctx, scope, other.sessions[0])).toBeNull()
  const few = await countQueries(db, (over) => findSituation(createContext(over, systemActor), scope, sessions[0]))
  const [draft] = await addSessions(db, edition, [{ title: 'Gamma' }, { title: 'Delta' }])
  expect(await countQueries(db, (over) => findSituation(createContext(over, systemActor), scope, sessions[0]))).toBe(
    few,
  )
  expect((await findSituation(ctx, scope, draft!))?.isPublic).toBe(false)
  const helper = createContext(db, withRole('helper', scope))
  await expect(findSituation(helper, scope, sessions[0])).rejects.toThrow('access.denied')
})
