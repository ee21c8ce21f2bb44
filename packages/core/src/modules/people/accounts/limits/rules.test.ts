import { expect, test } from 'vitest'
import { networkOf, windowOf } from './rules.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
  ['1:2:3', 'unknown'],
  ['1::2::3', 'unknown'],
  ['1:2:3:4:5:6:7:8:9', 'unknown'],
  ['2001:db8::xyz', 'unknown'],
  ['localhost', 'unknown'],
])('%j is counted as %j', (address, network) => expect(networkOf(address)).toBe(network))

test.each([
  ['2031-11-21T12:00:00Z', '2031-11-21T12:00:00Z', '2031-11-21T12:15:00Z'],
  ['2031-11-21T12:14:59.999Z', '2031-11-21T12:00:00Z', '2031-11-21T12:15:00Z'],
  ['2031-11-21T12:15:00Z', '2031-11-21T12:15:00Z', '2031-11-21T12:30:00Z'],
])('%s lies in the window from %s to %s', (now, startsAt, endsAt) => {
  expect(windowOf({ tries: 1, minutes: 15 }, Temporal.Instant.from(now))).toEqual({ startsAt, endsAt })
})
