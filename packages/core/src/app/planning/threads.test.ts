import { afterAll, expect, test } from 'vitest'
import { plannedSessions, planningInput } from '../../../test/planning.ts'
import { ExplainingThread } from './threads.ts'
import type { ExplainThreadTask } from './types.ts'

const thread = new ExplainingThread()
afterAll(() => thread.end())

const input = planningInput(plannedSessions({ a: { at: '09:00 saal' }, b: { at: '09:15 raum' } }))
const about = (sessionId: string): ExplainThreadTask => ({
  kind: 'explain',
  input,
  task: { kind: 'repair' },
  sessionId,
})
const broken = { ...about('a'), input: {} } as ExplainThreadTask

test('questions asked at the same time each get their own answer', async () => {
  const answers = await Promise.all(['a', 'b', 'nobody'].map((id) => thread.explain(about(id))))
  expect(answers.map((one) => (one.kind === 'placed' ? one.place.roomId : one.kind))).toEqual([
    'saal',
    'raum',
    'staying',
  ])
})

test('a question that cannot be answered fails, and those after it are answered', async () => {
  const asked = [thread.explain(broken), thread.explain(about('b'))]
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('a thread that was ended begins again with the next question', async () => {
  const waiting = thread.explain(about('a')).catch(() => 'ended')
  await thread.end()
  await waiting
  expect(await thread.explain(about('a'))).toMatchObject({ kind: 'placed' })
})
