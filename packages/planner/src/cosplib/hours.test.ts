import { expect, test } from 'vitest'
import { zoneMinutes, zonePenalty } from './hours.ts'
import { madeUpCosplib } from './made-up.ts'

test.each([
  ['GMT+0', 0],
  ['GMT-5', -300],
  ['UTC+10', 600],
  ['GMT+5:30', 330],
  ['GMT-3:30', -210],
  ['GMT', 0],
  ['Etc/GMT-4', 240],
  ['Asia/Kolkata', 330],
  ['Europe/London', 60],
])('%s is %i minutes ahead', (zone, minutes) => {
  expect(zoneMinutes(zone)).toBe(minutes)
})

test('a zone that nobody knows is named', () => {
  expect(() => zoneMinutes('Mars/Olympus')).toThrow('zone-unknown: zone Mars/Olympus')
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
