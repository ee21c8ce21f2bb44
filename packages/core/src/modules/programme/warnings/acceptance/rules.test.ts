import { expect, test } from 'vitest'
import type { Warning } from '../types.ts'
import { fingerprintOf, sortWarnings } from './rules.ts'

const warning = (key: string, minutes: number): Warning => ({
  kind: 'room-taken-twice',
  severity: 'error',
  key,
  sessionIds: ['a', 'b'],
  facts: { roomId: 'r', overlapMinutes: minutes },
})
const accept = (one: Warning) => ({
  key: one.key,
  fingerprint: fingerprintOf(one),
  reason: 'Der Raum wird geteilt.',
  accountId: 'acc_1',
  acceptedAt: '2031-10-01T08:00:00Z',
})

test('what was accepted is put aside as long as its facts are the same', () => {
  const [same, worse, never] = [warning('same', 5), warning('worse', 10), warning('never', 5)]
  const acceptances = [accept(same), accept(warning('worse', 5)), accept(warning('gone', 5))]
  expect(sortWarnings([same, worse, never], acceptances)).toEqual({
    open: [
      { warning: worse, former: acceptances[1] },
      { warning: never, former: null },
    ],
    accepted: [{ warning: same, acceptance: acceptances[0] }],
  })
})
