import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { setSessionState } from '../../draft/state/commands.ts'
import { publishRelease } from '../../release/commands.ts'
import { cancelSession } from '../../replacement/cancelling/commands.ts'
import { findCancellationNote } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

test('what was said about a cancellation is found again', async () => {
  const { scope, edition, sessions } = await addTwoSessions(db, 'begruendet')
  expect(await findCancellationNote(db, edition.id, sessions[0])).toBeNull()
  await cancelSession(ctx, scope, { sessionId: sessions[0], note: 'Wir suchen einen neuen Termin.' })
  expect(await findCancellationNote(db, edition.id, sessions[0])).toBe('Wir suchen einen neuen Termin.')
  expect(await findCancellationNote(db, edition.id, sessions[1])).toBeNull()
})

test('the note on a release with other changes is not about the session', async () => {
  const { scope, edition, sessions } = await addTwoSessions(db, 'nebenbei')
  for (const id of sessions) await setSessionState(ctx, scope, id, 'cancelled')
  await publishRelease(ctx, { editionId: edition.id, note: 'Neue Räume' })
  expect(await findCancellationNote(db, edition.id, sessions[0])).toBeNull()
})
