import { expect, test } from 'vitest'
import { wallTimeAfter } from './rules.ts'

test.each([
  ['2024-11-27T09:30', 45, 'Europe/Berlin', '2024-11-27T10:15'],
  ['2024-11-27T23:30', 60, 'Europe/Berlin', '2024-11-28T00:30'],
  ['2024-03-31T01:30', 60, 'Europe/Berlin', '2024-03-31T03:30'],
  ['2024-10-27T01:30', 120, 'Europe/Berlin', '2024-10-27T02:30'],
  ['2024-03-31T01:30', 60, 'Asia/Kathmandu', '2024-03-31T02:30'],
  ['2024-03-31T02:15', 30, 'Europe/Berlin', '2024-03-31T03:45'],
])('%s + %d minutes in %s = %s', (start, minutes, zone, end) => expect(wallTimeAfter(start, minutes, zone)).toBe(end))
