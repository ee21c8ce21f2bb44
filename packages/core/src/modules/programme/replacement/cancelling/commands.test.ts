import { expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { findSession } from '../../sessions/queries.ts'
import { cancelSession } from './commands.ts'
import { cancellationInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const { scope, sessions, edition } = await addTwoSessions(db, 'absage')
const input = cancellationInput.parse({ sessionId: sessions[0], note: ' Wir suchen einen neuen Termin. ' })

test('a session that does not take place stays in the programme as such, and calendars are told', async () => {
  const outcome = await cancelSession(ctx, scope, input)
  expect(outcome).toMatchObject({
    kind: 'done',
    release: { note: 'Wir suchen einen neuen Termin.', changes: { cancelled: 1, removed: 0 } },
  })
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  expect(outcome.impact.people.map(({ name, changes }) => [name, changes.map(({ change }) => change.kind)])).toEqual([
    ['Bo Berg', ['dropped']],
    ['Ida Öhm', ['dropped']],
  ])
  expect(await findSession(db, edition.id, 'alpha')).toMatchObject({ session: { state: 'cancelled' }, sequence: 1 })
})

test('cancelling it again does nothing', async () => {
  expect(await cancelSession(ctx, scope, input)).toEqual({ kind: 'unchanged' })
})

test('who only helps cancels nothing', async () => {
  const helper = createContext(db, withRole('helper', scope))
  await expect(cancelSession(helper, scope, { sessionId: sessions[1] })).rejects.toThrow('access.denied')
})
