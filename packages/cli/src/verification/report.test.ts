import type { Verification } from '@fachtag/core/modules/messages/changes/verification/types'
import { beforeAll, expect, test, vi } from 'vitest'
import { verificationLines } from './report.ts'

beforeAll(() => vi.stubEnv('LC_ALL', 'en_GB.UTF-8'))

const whole: Verification = { changes: 3, rows: 7, erased: 1, head: { number: 3, hash: 'ab12' }, problem: null }

test('a log that fits, and the hash to write down', () => {
  expect(verificationLines(whole)).toEqual([
    '✓ 3 changes with 7 entries fit, 1 of these with erased content',
    'Hash of change 3: ab12',
  ])
  expect(verificationLines({ ...whole, changes: 0, rows: 0, erased: 0, head: null })).toHaveLength(1)
})

test.each<[NonNullable<Verification['problem']>, string]>([
  [{ kind: 'altered', number: 4, changeId: 'chg_1', table: 'rooms' }, '✗ Change 4 has been altered afterwards (chg_1, rooms)'],
  [{ kind: 'missing', number: 4, changeId: null, table: null }, '✗ Change 4 is missing'],
  [{ kind: 'inserted', number: null, changeId: 'chg_1', table: null }, '✗ There are entries that have never been part of the chain (chg_1)'],
  [{ kind: 'emptied', number: 2, changeId: 'chg_1', table: null }, '✗ The content of change 2 is gone without the record of an erasure (chg_1)'],
  [{ kind: 'cut', number: null, changeId: null, table: null }, '✗ The hash that was written down does not occur any more: the end is missing, or the log was written anew'],
])('%j', (problem, line) => expect(verificationLines({ ...whole, problem })[1]).toBe(line)) // biome-ignore format: one case a line
