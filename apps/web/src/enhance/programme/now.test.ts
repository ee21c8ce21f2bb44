import { expect, it } from 'vitest'
import { positionOf, wallTimeIn } from './now.ts'

it.each([
  ['Europe/Berlin', '2031-11-05T08:30:00Z', '2031-11-05T09:30'],
  ['Europe/Berlin', '2031-07-05T22:30:00Z', '2031-07-06T00:30'],
  ['America/St_Johns', '2031-01-05T12:00:59Z', '2031-01-05T08:30'],
])('in %s at %s the clocks show %s', (timeZone, instant, expected) => {
  expect(wallTimeIn(timeZone, new Date(instant))).toBe(expected)
})

const starts = [
  { at: '2031-11-05T09:00', top: 50 },
  { at: '2031-11-05T10:00', top: 110 },
  { at: '2031-11-05T12:00', top: 350 },
]

it.each([
  ['2031-11-05T08:59', undefined],
  ['2031-11-05T09:00', 50],
  ['2031-11-05T09:30', 80],
  ['2031-11-05T11:00', 230],
  ['2031-11-05T12:00', undefined],
  ['2031-11-06T09:30', undefined],
])('at %s the line is at %s', (now, expected) => {
  expect(positionOf(now, starts)).toBe(expected)
})
