import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from './instance.ts'
import { RoomMatching } from './rooms.ts'
import { Timetable } from './timetable.ts'

/** One slot, and events that each fit the rooms listed for them. */
function slotWith(roomsOf: readonly (readonly number[])[], rooms: number) {
  const events = roomsOf.length
  const suits = (event: number, room: number) => roomsOf[event]!.includes(room)
  const instance = compile({
    events,
    days: 1,
    slotsPerDay: 1,
    capacity: Array.from({ length: rooms }, () => 1),
    enrolments: [],
    // A feature for every event, which the rooms that suit it have.
    roomFeatures: Array.from({ length: rooms }, (_, room) =>
      roomsOf.flatMap((_, event) => (suits(event, room) ? [event] : [])),
    ),
    eventFeatures: roomsOf.map((_, event) => [event]),
    available: roomsOf.map(() => [0]),
    order: [],
  })
  const timetable = new Timetable(instance)
  const matching = new RoomMatching(timetable)
  return { timetable, seat: (event: number) => matching.seat(event, 0), suits }
}

describe('seating', () => {
  test('takes a free room that suits', () => {
    const { timetable, seat } = slotWith([[1, 2]], 3)
    expect([seat(0), timetable.room[0], [...timetable.cell]]).toEqual([true, 1, [-1, 0, -1]])
  })

  test('sends others to another room that suits them', () => {
    const { timetable, seat } = slotWith([[0, 1], [1, 2], [0]], 3)
    expect([seat(0), seat(1), seat(2)]).toEqual([true, true, true])
    expect([...timetable.cell]).toEqual([2, 0, 1])
    expect([...timetable.room]).toEqual([1, 2, 0])
  })

  test('changes nothing when there is no way', () => {
    const { timetable, seat } = slotWith(
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      3,
    )
    seat(0)
    seat(1)
    const before = [...timetable.cell, ...timetable.room]
    expect(seat(2)).toBe(false)
    expect([...timetable.cell, ...timetable.room]).toEqual(before)
  })

  test('has no room for what suits none', () => {
    expect(slotWith([[]], 2).seat(0)).toBe(false)
  })
})

test('seats as many as any seating can, each in a room of its own that suits', () => {
  const suitable = fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 1, maxLength: 6 })
  /** The most events that fit, by trying every room for every event. */
  const most = (lists: readonly (readonly number[])[], taken: readonly number[] = []): number => {
    const [first, ...rest] = lists
    if (!first) return 0
    const seated = first.filter((room) => !taken.includes(room)).map((room) => 1 + most(rest, [...taken, room]))
    return Math.max(most(rest, taken), ...seated)
  }
  fc.assert(
    fc.property(suitable, (lists) => {
      const { timetable, seat, suits } = slotWith(lists, 4)
      const seated = lists.flatMap((_, event) => (seat(event) ? [event] : []))
      expect(seated.length).toBe(most(lists))
      for (const event of seated) {
        expect(timetable.cell[timetable.room[event]!]).toBe(event)
        expect(suits(event, timetable.room[event]!)).toBe(true)
      }
    }),
  )
})
