import { expect, test } from 'vitest'
import { zoneMinutes, zonePenalty } from './hours.ts'
import { madeUpCosplib } from './made-up.ts'

test.each([
  ['GMT+0', 0],
  ['GMT-5', -300],
  ['UTC+10', 600],
  ['GMT+5:30', 330],
  ['GMT-3:30', -210],
])('%s is %i minutes ahead', (zone, minutes) => {
  expect(zoneMinutes(zone)).toBe(minutes)
})

test('another form of zone is named', () => {
  expect(() => zoneMinutes('Europe/Berlin')).toThrow('zone-unknown: zone Europe/Berlin')
})

const day = { ...madeUpCosplib(10, 1), sessions: [{ name: 'late', slots: 3, from: 1_000, to: 1_100 }] }

test.each([
  ['at home', 'GMT+2', 0],
  ['before breakfast', 'GMT-7', 1],
  ['in the night', 'GMT-9', 10],
  ['late in the evening', 'GMT+6', 1],
  ['over midnight', 'GMT+9', 10],
  ['after midnight', 'GMT+12', 10],
])('a session at 16:40 there is %s', (_, zone, penalty) => {
  expect(zonePenalty(day, zone, 0)).toBe(penalty)
})
