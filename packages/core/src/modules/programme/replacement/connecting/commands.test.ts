import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { findSession } from '../../sessions/queries.ts'
import { connectSpeaker } from './commands.ts'
import { connectionInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const { scope, sessions, edition, people, appearanceOf } = await addTwoSessions(db, 'video')
const input = (given: object) => connectionInput.parse({ sessionId: sessions[0], mode: 'remote', ...given })
const modes = async () => {
  const found = await findSession(db, edition.id, 'alpha')
  return found!.session.appearances.map((held) => `${held.name} ${held.mode}`)
}

test('one of two takes part by video, and the calendar entry counts on', async () => {
  const appearanceId = appearanceOf(sessions[0], people[0])
  expect(await connectSpeaker(ctx, scope, input({ appearanceId }))).toMatchObject({
    kind: 'done',
    release: { number: 2 },
  })
  expect(await modes()).toEqual(['Ida Öhm remote', 'Bo Berg on-site'])
  expect((await findSession(db, edition.id, 'alpha'))?.sequence).toBe(1)
})

test('then everybody who speaks, and then all on site again', async () => {
  await connectSpeaker(ctx, scope, input({}))
  expect(await modes()).toEqual(['Ida Öhm remote', 'Bo Berg remote'])
  expect(await connectSpeaker(ctx, scope, input({}))).toEqual({ kind: 'unchanged' })
  await connectSpeaker(ctx, scope, input({ mode: 'on-site' }))
  expect(await modes()).toEqual(['Ida Öhm on-site', 'Bo Berg on-site'])
})

test('who only helps connects nobody', async () => {
  const helper = createContext(db, withRole('helper', scope))
  await expect(connectSpeaker(helper, scope, input({}))).rejects.toThrow('access.denied')
})
