import { expect, test } from 'vitest'
import { makeTimedCard } from '../../../../test/session-cards.ts'
import { inTimeZone } from './rules.ts'

const session = makeTimedCard('eroeffnung', '09:30', '10:15')

test('the same zone changes nothing', () => {
  expect(inTimeZone(session, 'Europe/Berlin', 'Europe/Berlin')).toBe(session)
})

test.each([
  ['Europe/Berlin', 'Europe/London', '2031-11-05T08:30', '2031-11-05T09:15'],
  ['America/New_York', 'Europe/Berlin', '2031-11-05T15:30', '2031-11-05T16:15'],
  ['Europe/Berlin', 'Pacific/Auckland', '2031-11-05T21:30', '2031-11-05T22:15'],
])('from %s to %s', (from, to, startsAt, endsAt) => {
  expect(inTimeZone(session, from, to)).toMatchObject({ startsAt, endsAt, day: '2031-11-05' })
})

test('what has no time gets none', () => {
  expect(inTimeZone({ ...session, startsAt: null, endsAt: null }, 'Europe/Berlin', 'Asia/Tokyo')).toMatchObject({
    startsAt: null,
    endsAt: null,
  })
})
