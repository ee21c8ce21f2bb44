import { describe, expect, test } from 'vitest'
import { base32, hotp, keyUri, matchingStep, stepAt } from './rules.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 4226, appendix D.
test.each(
  ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
    (code, counter) => [counter, code] as const,
  ),
)('HOTP %i is %s', (counter, code) => {
  expect(hotp(secret, counter)).toBe(code)
})

// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('TOTP at second %i is %s', (second, code) => {
  const now = Temporal.Instant.fromEpochMilliseconds(second * 1_000)
  expect(hotp(secret, stepAt(now))).toBe(code)
  expect(matchingStep(secret, { code, now, lastStep: 0 })).toBe(stepAt(now))
})

describe('a code', () => {
  const now = Temporal.Instant.from('2031-11-21T12:00:15Z')
  const step = stepAt(now)
  test.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('of %i steps away is taken: %s', (away, isTaken) => {
    expect(matchingStep(secret, { code: hotp(secret, step + away), now, lastStep: 0 }) !== undefined).toBe(isTaken)
  })

  test('of a step that was used, or lies before one, is not taken', () => {
    const code = (away: number) => hotp(secret, step + away)
    expect(matchingStep(secret, { code: code(0), now, lastStep: step })).toBeUndefined()
    expect(matchingStep(secret, { code: code(-1), now, lastStep: step })).toBeUndefined()
    expect(matchingStep(secret, { code: code(1), now, lastStep: step })).toBe(step + 1)
  })

  test.each(['', '1', '000000', 'abcdef', `${hotp(secret, step)}0`])('%j is none', (code) => {
    expect(matchingStep(secret, { code, now, lastStep: 0 })).toBeUndefined()
  })
})

// RFC 4648, section 10, without the padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %j', (text, encoded) => expect(base32(Buffer.from(text))).toBe(encoded))

test('the address for the app names the site and the account', () => {
  expect(keyUri(Buffer.from('foobar'), { issuer: 'IT-Fachtag & mehr', account: 'ida@stadt.de' })).toBe(
    'otpauth://totp/IT-Fachtag%20%26%20mehr:ida%40stadt.de?secret=MZXW6YTBOI&issuer=IT-Fachtag%20%26%20mehr',
  )
})
