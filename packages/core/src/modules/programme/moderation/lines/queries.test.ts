import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { addReserve } from '../../reserve/commands.ts'
import { reserveInput } from '../../reserve/schema.ts'
import { listSpeakerLines } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const { edition, scope, people } = await addTwoSessions(db, 'leitung')
const [ida, bo, eva] = people

test('what a moderator has to know of a line is listed by person, for those who are asked about', async () => {
  const { id: reserveId } = await addReserve(ctx, scope, reserveInput.parse({ personId: eva }))
  const told = { edition_id: edition.id, needs: JSON.stringify(['sound']) as never, needs_note: 'spielt ein Video' }
  const line = { call_link: 'https://video.example/ida', check_result: 'good', fallback: 'stand-in' } as const
  await db
    .insertInto('speaker_logistics')
    .values([
      { ...told, ...line, id: newId('logistics'), person_id: ida, fallback_phone: '+49 341 1', stand_in_id: reserveId },
      { ...told, id: newId('logistics'), person_id: eva },
    ])
    .execute()
  const lines = await listSpeakerLines(db, edition.id, [ida, bo])
  expect([...lines.values()]).toEqual([
    {
      personId: ida,
      link: 'https://video.example/ida',
      result: 'good',
      fallback: 'stand-in',
      fallbackPhone: '+49 341 1',
      standIn: 'Eva Ernst',
      needs: ['sound'],
      needsNote: 'spielt ein Video',
    },
  ])
  expect((await listSpeakerLines(db, edition.id, [])).size).toBe(0)
})
