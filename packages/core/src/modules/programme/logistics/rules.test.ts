import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimeWindow } from '../circumstances/types.ts'
import { presenceOf, toDayWindows, toWindows } from './rules.ts'
import type { DayWindow } from './schema.ts'

const day = '2031-12-31'
const rows: readonly [string, DayWindow, TimeWindow][] = [
  ['a whole day', { day }, { from: `${day}T00:00`, until: '2032-01-01T00:00' }],
  ['a morning', { day, until: '12:00' }, { from: `${day}T00:00`, until: `${day}T12:00` }],
  ['an evening', { day, from: '18:30' }, { from: `${day}T18:30`, until: '2032-01-01T00:00' }],
  ['an hour', { day, from: '09:00', until: '10:00' }, { from: `${day}T09:00`, until: `${day}T10:00` }],
]

describe('rows of a form and windows', () => {
  test.each(rows)('%s', (_, row, window) => {
    expect(toWindows([row])).toEqual([window])
    expect(toDayWindows([window])).toEqual([row])
  })

  test('what goes over midnight is two rows', () => {
    expect(toDayWindows([{ from: `${day}T22:00`, until: '2032-01-01T02:00' }])).toEqual([
      { day, from: '22:00' },
      { day: '2032-01-01', until: '02:00' },
    ])
  })

  test('any windows say the same minutes as their rows', () => {
    const minute = fc.integer({ min: 0, max: 3 * 1440 })
    const wall = (n: number) => Temporal.PlainDateTime.from(`${day}T00:00`).add({ minutes: n }).toString().slice(0, 16)
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 2 * 1440 }), (start, length) => {
        const window = { from: wall(start), until: wall(start + length) }
        const again = toWindows(toDayWindows([window]))
        expect([again[0]!.from, again.at(-1)!.until]).toEqual([window.from, window.until])
        for (const [n, one] of again.slice(1).entries()) expect(one.from).toBe(again[n]!.until)
      }),
    )
  })
})

test.each([
  ['unknown', false, null],
  ['always', true, null],
  ['never', false, []],
  ['partly', false, [{ from: `${day}T09:00`, until: `${day}T10:00` }]],
  ['never', true, []],
] as const)('presence is %s', (presence, isAlways, windows) => expect(presenceOf(isAlways, windows)).toBe(presence))
