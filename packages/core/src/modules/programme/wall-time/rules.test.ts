import { expect, test } from 'vitest'
import { wallTimeAfter, wallTimeIn } from './rules.ts'

test.each([
  ['2024-11-27T09:30', 45, 'Europe/Berlin', '2024-11-27T10:15'],
  ['2024-11-27T23:30', 60, 'Europe/Berlin', '2024-11-28T00:30'],
  ['2024-03-31T01:30', 60, 'Europe/Berlin', '2024-03-31T03:30'],
  ['2024-10-27T01:30', 120, 'Europe/Berlin', '2024-10-27T02:30'],
  ['2024-03-31T01:30', 60, 'Asia/Kathmandu', '2024-03-31T02:30'],
  ['2024-03-31T02:15', 30, 'Europe/Berlin', '2024-03-31T03:45'],
])('%s + %d minutes in %s = %s', (start, minutes, zone, end) => expect(wallTimeAfter(start, minutes, zone)).toBe(end))

test.each([
  ['2024-11-27T09:30', 'Europe/Berlin', 'Europe/London', '2024-11-27T08:30'],
  ['2024-11-27T20:00', 'America/New_York', 'Europe/Berlin', '2024-11-28T02:00'],
  ['2024-07-01T09:30', 'UTC', 'Asia/Kathmandu', '2024-07-01T15:15'],
  ['2024-03-31T02:30', 'Europe/Berlin', 'Europe/Berlin', '2024-03-31T02:30'],
])('%s in %s is in %s %s', (time, from, to, there) => expect(wallTimeIn(time, from, to)).toBe(there))
