import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { cancelSession } from '../cancelling/commands.ts'
import { undoChange } from '../undoing/commands.ts'
import { findAftermath } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

test('tells what was changed, for whom, and whether it can be taken back', async () => {
  const { scope, sessions } = await addTwoSessions(db, 'danach')
  const [first, second] = sessions
  await cancelSession(ctx, scope, { sessionId: first, note: 'Krank' })
  const done = await findAftermath(ctx, scope, first, 2)
  expect(done).toMatchObject({
    release: { number: 2, note: 'Krank' },
    session: { state: 'cancelled' },
    impact: { people: [{ name: 'Bo Berg' }, { name: 'Ida Öhm' }] },
    mayBeTakenBack: true,
  })
  await undoChange(ctx, scope, { sessionId: first, release: 2 })
  expect((await findAftermath(ctx, scope, first, 2))?.mayBeTakenBack).toBe(false)
  expect(await findAftermath(ctx, scope, second, 2)).toBeNull()
  expect(await findAftermath(ctx, scope, first, 1)).toBeNull()
  expect(await findAftermath(ctx, scope, first, 9)).toBeNull()
  await expect(findAftermath(createContext(db, publicActor), scope, first, 2)).rejects.toThrow('access.denied')
})
