import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, dayOf, overlaps, toMinutes, toSpan, toWallTime } from './wall-time.ts'

const wallMinutes = fc.integer({ min: 0, max: toMinutes('2199-12-31T23:59') })

describe('wall time in minutes', () => {
  test.each([
    ['1970-01-01T00:00', 0],
    ['1970-01-01T01:30', 90],
    ['1970-01-02T00:00', 1440],
    ['1970-01-01T24:00', 1440],
    ['2024-02-29T12:00', 19_782 * 1440 + 720],
    ['2030-12-31T23:59', 22_279 * 1440 + 1439],
  ])('%s is minute %d', (time, minutes) => expect(toMinutes(time)).toBe(minutes))

  test.each([
    '',
    'morning',
    '2030-05-06',
    '2030-05-06 09:00',
    '2030-05-06T9:00',
    '2030-05-06T09:00Z',
    '2030-05-06T09:00:00',
    ' 2030-05-06T09:00',
    '2030-13-01T09:00',
    '2030-00-01T09:00',
    '2030-05-00T09:00',
    '2030-05-32T09:00',
    '2030-02-29T09:00',
    '2030-05-06T25:00',
    '2030-05-06T24:01',
    '2030-05-06T09:60',
  ])('%j is refused by name', (time) => {
    expect(() => toMinutes(time)).toThrow(expect.objectContaining({ code: 'time-wrong', params: { found: time } }))
  })

  test('writing and reading give the same minute, and later times are greater texts', () => {
    fc.assert(
      fc.property(wallMinutes, wallMinutes, (a, b) => {
        expect(toMinutes(toWallTime(a))).toBe(a)
        expect(toWallTime(a) < toWallTime(b)).toBe(a < b)
      }),
    )
  })

  test('the calendar day changes at midnight and only then', () => {
    fc.assert(
      fc.property(wallMinutes, (minutes) => {
        const isSameDate = toWallTime(minutes).slice(0, 10) === toWallTime(minutes + 1).slice(0, 10)
        expect(dayOf(minutes + 1) - dayOf(minutes)).toBe(isSameDate ? 0 : 1)
      }),
    )
  })
})

describe('spans', () => {
  test('an interval is read in minutes', () => {
    expect(toSpan({ from: '1970-01-01T09:00', to: '1970-01-01T10:30' })).toEqual({ from: 540, to: 630 })
  })

  test.each([
    ['2030-05-06T10:00', '2030-05-06T10:00'],
    ['2030-05-06T10:00', '2030-05-06T09:59'],
    ['2030-05-07T09:00', '2030-05-06T17:00'],
  ])('from %s to %s is no interval', (from, to) => {
    expect(() => toSpan({ from, to })).toThrow(
      expect.objectContaining({ code: 'interval-wrong', params: { from, to } }),
    )
  })

  test.each([
    [[0, 10], [10, 20], false, false],
    [[0, 11], [10, 20], true, false],
    [[0, 30], [10, 20], true, true],
    [[10, 20], [10, 20], true, true],
    [[10, 19], [10, 20], true, false],
    [[20, 30], [10, 20], false, false],
  ] as const)('%j and %j overlap: %s, the first contains the second: %s', (a, b, doOverlap, doesContain) => {
    const [first, second] = [a, b].map(([from, to]) => ({ from, to })) as [typeof span, typeof span]
    expect([overlaps(first, second), overlaps(second, first)]).toEqual([doOverlap, doOverlap])
    expect(contains(first, second)).toBe(doesContain)
  })

  const span = { from: 0, to: 0 }
  const anySpan = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }))
    .map(([from, length]) => ({ from, to: from + length }))

  test('overlapping is sharing a minute, containing is having all of them', () => {
    const minutesOf = ({ from, to }: typeof span) => Array.from({ length: to - from }, (_, i) => from + i)
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const shared = minutesOf(a).filter((minute) => minutesOf(b).includes(minute))
        expect(overlaps(a, b)).toBe(shared.length > 0)
        expect(contains(a, b)).toBe(shared.length === minutesOf(b).length)
      }),
    )
  })
})
