import { expect, test } from 'vitest'
import { explainRefusal, invitationAddress } from './rules.ts'
import { invitationInput } from './schema.ts'

const now = Temporal.Instant.from('2031-11-21T12:00:00Z')
const open = { accepted_at: null, withdrawn_at: null, expires_at: '2031-11-21T12:00:01Z' }

test.each([
  ['one that is open', open, null],
  ['none', undefined, 'unknown'],
  ['an accepted one', { ...open, accepted_at: '2031-11-20T12:00:00Z' }, 'used'],
  ['one that is over this second', { ...open, expires_at: '2031-11-21T12:00:00Z' }, 'expired'],
  ['a withdrawn one, whatever else', { ...open, withdrawn_at: 'x', accepted_at: 'x' }, 'unknown'],
])('%s: %j', (_, state, expected) => expect(explainRefusal(state, now)).toBe(expected))

test.each([
  ['de', 'https://fachtag.example/einladung?link=abc'],
  ['en', 'https://fachtag.example/en/einladung?link=abc'],
] as const)('the link speaks %s', (locale, expected) => {
  expect(invitationAddress('https://fachtag.example', locale, 'abc')).toBe(expected)
})

test.each([
  ['ida@fachtag.example', true],
  [' ida@fachtag.example ', true],
  ['ida@fachtag', false],
  ['ida@fachtag.example\r\nBcc: x@y.example', false],
  ['"Ida" <ida@fachtag.example>', false],
  ['', false],
])('%j is an address: %s', (address, expected) => {
  expect(invitationInput.safeParse({ role: 'editor', address, locale: 'de' }).success).toBe(expected)
})

test('nothing but what the form has can be said', () => {
  const good = { role: 'editor', address: 'ida@fachtag.example', locale: 'de' }
  expect(invitationInput.safeParse({ ...good, seriesId: 'srs_1' }).success).toBe(false)
  expect(invitationInput.safeParse({ ...good, role: 'root' }).success).toBe(false)
})
