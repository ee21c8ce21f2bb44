import { describe, expect, test } from 'vitest'
import { madeUpTimefold } from './made-up.ts'
import { slotTables } from './slots.ts'
import { prices } from './weights.ts'

const problem = madeUpTimefold(4, 1)
const priceOf = (text: string) => prices({ ...problem, weights: { x: text } })('x')

describe('prices', () => {
  test.each([
    ['0hard/0soft', 0],
    ['0hard/7soft', 7],
    ['1hard/0soft', 2_000],
    ['3hard/5soft', 6_005],
  ])('%s is %d', (text, price) => expect(priceOf(text)).toBe(price))

  test.each(['', '5', '1hard', '1soft', '-1hard/0soft', '1hard/0soft ', '1.5hard/0soft', '1hard/0medium/0soft'])(
    '%j is named as no weight',
    (text) =>
      expect(() => priceOf(text)).toThrow(
        expect.objectContaining({ code: 'weight-wrong', params: { name: 'x', found: text } }),
      ),
  )

  test('a constraint without a weight is named', () => {
    expect(() => prices({ ...problem, weights: {} })('Room conflict')).toThrow('weight-missing: name Room conflict')
  })
})

describe('how slots lie to each other', () => {
  const times: readonly (readonly [string, string, string])[] = [
    ['2030-05-06', '09:00', '10:00'],
    ['2030-05-06', '09:45', '11:00'],
    ['2030-05-06', '10:00', '10:30'],
    ['2030-05-07', '09:00', '10:00'],
  ]
  const timeslots = times.map(([day, start, end]) => ({ day, start, end, types: [], tags: [] }))
  const tables = slotTables({ ...problem, pause: 30, timeslots })
  const at = (a: number, b: number) => a * times.length + b

  test('they are as long as they are', () => expect([...tables.minutes]).toEqual([60, 75, 30, 60]))

  test.each([
    [0, 1, { overlap: 15, sameDay: 1, ends: 1, close: 1 }],
    [1, 0, { overlap: 15, sameDay: 1, ends: 1, close: 1 }],
    [0, 2, { overlap: 0, sameDay: 1, ends: 0, close: 1 }],
    [2, 0, { overlap: 0, sameDay: 1, ends: 1, close: 1 }],
    [1, 2, { overlap: 30, sameDay: 1, ends: 1, close: 1 }],
    [0, 3, { overlap: 0, sameDay: 0, ends: 0, close: 0 }],
    [3, 0, { overlap: 0, sameDay: 0, ends: 1, close: 0 }],
    [3, 3, { overlap: 60, sameDay: 1, ends: 1, close: 1 }],
  ])('slot %d to slot %d', (a, b, expected) => {
    const { overlap, sameDay, endsAfterStart, tooClose } = tables
    const k = at(a, b)
    expect({ overlap: overlap[k], sameDay: sameDay[k], ends: endsAfterStart[k], close: tooClose[k] }).toEqual(expected)
  })

  test('a pause as long as it must be is enough', () => {
    const tight = slotTables({ ...problem, pause: 0, timeslots })
    expect([tight.tooClose[at(0, 2)], tight.tooClose[at(0, 1)]]).toEqual([0, 1])
  })

  test('seconds in a time do no harm', () => {
    const withSeconds = timeslots.map((slot) => ({ ...slot, start: `${slot.start}:00`, end: `${slot.end}:00` }))
    expect(slotTables({ ...problem, pause: 30, timeslots: withSeconds })).toEqual(tables)
  })
})
