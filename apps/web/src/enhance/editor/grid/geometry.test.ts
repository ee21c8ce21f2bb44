import { usualPace } from '@fachtag/core/modules/programme/circumstances/rules'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, boardOf, day } from '../../../../test/editor-board.ts'
import { boxOf, columnAt, edgeSpeed, minuteAt, sizeOf, snap, snapLength } from './geometry.ts'
import { columnsOf, layOutDay } from './layout.ts'

const minute = (time: string) => wallMinutes(`${day}T${time}`)
const clock = (minutes: number) => wallTimeOf(minutes).slice(11)
const scale = { minute: 2, column: 150 }
const board = boardOf([
  at('a', '09:00'),
  at('b', '09:00', { roomId: 'aula' }),
  at('c', '09:15', { roomId: 'aula' }),
  at('p', '11:00', { isPlenary: true }),
])
const layout = layOutDay(board, day, columnsOf(board, 'Ohne Raum'), usualPace)

test('the grid starts an hour before the first session', () => {
  expect(sizeOf(layout, scale)).toEqual({ width: 450, height: 20 * 60 })
})

test.each([
  ['a', { left: 0, top: 120, width: 150, height: 90 }],
  ['b', { left: 150, top: 120, width: 75, height: 90 }],
  ['c', { left: 225, top: 150, width: 75, height: 90 }],
  ['p', { left: 0, top: 360, width: 450, height: 90 }],
])('%s lies at %o', (id, box) => {
  expect(boxOf(layout.blocks.find(({ session }) => session.id === id)!, layout, scale)).toEqual(box)
})

test('what is at a place is found there again', () => {
  const [column, start] = [fc.nat(2), fc.integer({ min: 0, max: 500 })]
  fc.assert(
    fc.property(column, start, (n, after) => {
      const from = layout.axis.from + after
      const box = boxOf({ start: from, end: from + 45, column: n }, layout, scale)
      expect(columnAt(box.left + box.width / 2, 3, scale)).toBe(n)
      expect(minuteAt(box.top, layout.axis, scale)).toBe(from)
    }),
  )
})

test.each([
  [-20, 0],
  [0, 0],
  [149, 0],
  [150, 1],
  [9_999, 2],
])('at %d pixels is column %d', (left, column) => expect(columnAt(left, 3, scale)).toBe(column))

describe('what is let go of', () => {
  const slots = [
    { start: minute('09:00'), end: minute('09:45') },
    { start: minute('10:00'), end: minute('11:00') },
    { start: minute('10:30'), end: minute('11:15') },
  ]
  test.each([
    ['in a slot begins with it', '09:20', '09:30', '09:00'],
    ['between slots begins at five minutes', '09:44', '09:52', '09:45'],
    ['before all slots too', '08:12', '08:20', '08:10'],
    ['in two slots begins with the nearer', '10:20', '10:40', '10:30'],
    ['in two slots begins with the other', '10:05', '10:40', '10:00'],
  ])('%s', (_, start, pointer, expected) => {
    expect(clock(snap(minute(start), minute(pointer), slots))).toBe(expected)
  })
  test.each([
    ['at five minutes', '09:43', [], 45],
    ['at the end of a slot near by', '09:48', [{ end: minute('09:47') }], 47],
    ['not at one far off', '09:58', [{ end: minute('09:47') }], 60],
    ['never before it began', '08:00', [{ end: minute('08:00') }], 5],
  ])('at its lower edge ends %s', (_, end, ends, minutes) => {
    expect(snapLength(minute('09:00'), minute(end), ends)).toBe(minutes)
  })
})

test('near an edge it scrolls, the nearer the faster, and never in the middle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (position) => {
      const speed = edgeSpeed(position, 0, 400)
      if (position < 56) expect(speed).toBeLessThan(0)
      else if (position > 344) expect(speed).toBeGreaterThan(0)
      else expect(speed).toBe(0)
      expect(Math.abs(speed)).toBeLessThanOrEqual(18)
    }),
  )
  expect([edgeSpeed(0, 0, 400), edgeSpeed(400, 0, 400)]).toEqual([-18, 18])
})
