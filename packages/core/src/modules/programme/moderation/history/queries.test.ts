import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addTwoSessions } from '../../../../../test/two-sessions.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { applyMoves } from '../../journal/commands.ts'
import { publishRelease } from '../../release/commands.ts'
import { cancelSession } from '../../replacement/cancelling/commands.ts'
import { replaceSpeaker } from '../../replacement/commands.ts'
import { listSessionHistory } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

test('tells of a session what each release changed about it, the newest first', async () => {
  const { scope, edition, sessions, people, appearanceOf } = await addTwoSessions(db, 'verlauf')
  const [first, second] = sessions
  await replaceSpeaker(ctx, scope, {
    sessionId: first,
    appearanceId: appearanceOf(first, people[0]),
    standIn: { kind: 'person', personId: people[2], mode: 'on-site' },
    title: 'Alpha, neu',
    note: 'Kurzfristig',
  })
  await cancelSession(ctx, scope, { sessionId: second })
  await applyMoves(ctx, scope, { moves: [{ kind: 'park', sessionIds: [first] }] })
  await publishRelease(ctx, { editionId: edition.id })
  const told = async (id: string, size?: number) =>
    (await listSessionHistory(db, edition.id, id, size)).map(({ number, kinds, fields }) => [
      number,
      kinds,
      [...fields].sort(),
    ])
  expect(await told(first)).toEqual([
    [4, ['moved'], []],
    [2, ['changed'], ['people', 'title']],
  ])
  expect(await told(second)).toEqual([[3, ['cancelled'], []]])
  expect(await told(first, 1)).toHaveLength(1)
  expect((await listSessionHistory(db, edition.id, first))[1]).toMatchObject({ name: '2', note: 'Kurzfristig' })
})
