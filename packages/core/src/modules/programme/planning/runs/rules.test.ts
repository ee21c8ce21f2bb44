import { expect, test } from 'vitest'
import { isUnderWay } from './rules.ts'
import { planInput } from './schema.ts'

const seenAt = '2031-10-01T10:00:00Z'
const after = (seconds: number) => Temporal.Instant.from(seenAt).add({ seconds })

test.each([
  ['queued', 1, true],
  ['running', 29, true],
  ['running', 30, false],
  ['queued', 3_600, false],
  ['done', 1, false],
  ['failed', 1, false],
] as const)('a run that is %s and was last seen %d seconds ago', (state, seconds, expected) => {
  expect(isUnderWay({ state, seenAt }, after(seconds))).toBe(expected)
})

test.each([
  [{ task: { kind: 'all' }, seconds: 10 }, true],
  [{ task: { kind: 'all' }, seconds: 0 }, false],
  [{ task: { kind: 'all' }, seconds: 121 }, false],
  [{ task: { kind: 'replan', losses: [] }, seconds: 10 }, false],
  [{ task: { kind: 'replan', losses: [{ kind: 'day', day: '2031-11-05' }] }, seconds: 10 }, true],
  [{ task: { kind: 'replan', losses: [{ kind: 'day', day: 'morgen' }] }, seconds: 10 }, false],
])('%j can be asked for: %s', (input, expected) => {
  expect(planInput.safeParse(input).success).toBe(expected)
})
