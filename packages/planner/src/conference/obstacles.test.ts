import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { during, programmeOf, smallConference, standing } from '../../test/small-conference.ts'
import { judgeConference } from '../checker/conference.ts'
import { Random } from '../search/random.ts'
import { madeUpConference } from './made-up.ts'
import { Obstacles } from './obstacles.ts'
import { placementsOf } from './plan.ts'
import type { ConferenceProblem } from './problem.ts'
import { toMinutes, toWallTime } from './wall-time.ts'

/** What stands in the way of `session` at `place`; null where nothing can clear it. */
function inTheWay(
  problem: ConferenceProblem,
  places: Record<string, string>,
  session: string,
  place: string,
  limit?: number,
) {
  const programme = programmeOf(problem, places)
  const { instance } = programme
  const obstacles = new Obstacles(programme)
  const { start, room } = standing({ [session]: place })[0]!
  const position = instance.startOf.indexOf(toMinutes(start) - instance.origin)
  const isOpen = obstacles.look(instance.sessionIndex.get(session)!, position, instance.roomIndex.get(room)!, limit)
  return isOpen ? obstacles.found.map((other) => problem.sessions[other]!.id).sort() : null
}

describe('what stands in the way', () => {
  const sessions = { x: { people: ['ada'] }, a: {}, b: {}, c: { people: ['ada'] }, long: { minutes: 180 } }
  const places = { a: '09:00 den', b: '10:00 den', c: '11:00 hall' }

  test.each([
    ['nothing', 'x', '12:00 den', []],
    ['who holds the room', 'x', '09:00 den', ['a']],
    ['two who hold it one after the other', 'x', '09:30 den', ['a', 'b']],
    ['somebody who is needed elsewhere', 'x', '11:00 den', ['c']],
    ['room and people', 'x', '10:30 den', ['b', 'c']],
    ['everybody below a long session', 'long', '09:00 den', ['a', 'b']],
    ['nobody at the own place', 'a', '09:00 den', []],
  ])('%s', (_, session, place, expected) => {
    expect(inTheWay(smallConference(sessions), places, session, place)).toEqual(expected)
  })

  test('a closed room cannot be cleared', () => {
    const rooms = [{ id: 'den', unavailable: [during('12:00-13:00')] }]
    const problem = smallConference({ x: {} }, { rooms })
    expect(inTheWay(problem, {}, 'x', '11:15 den')).toBeNull()
    expect(inTheWay(problem, {}, 'x', '11:00 den')).toEqual([])
  })

  test('more than may be displaced is too much', () => {
    const problem = smallConference(sessions)
    expect(inTheWay(problem, places, 'x', '10:30 den', 1)).toBeNull()
    expect(inTheWay(problem, places, 'x', '09:30 den', 1)).toBeNull()
    expect(inTheWay(problem, places, 'x', '09:30 den', 2)).toEqual(['a', 'b'])
    expect(inTheWay(problem, places, 'x', '09:00 den', 0)).toBeNull()
  })

  test('a plenary is in the way of everybody', () => {
    const problem = smallConference({ x: {}, keynote: { plenary: true } })
    expect(inTheWay(problem, { keynote: '10:00 hall' }, 'x', '09:15 den')).toEqual(['keynote'])
    expect(inTheWay(problem, { x: '10:00 den' }, 'keynote', '10:45 hall')).toEqual(['x'])
  })

  test('an order keeps those in the way that stand on the wrong side', () => {
    const problem = smallConference({ x: {}, y: {} }, { order: [{ before: 'x', after: 'y', gapMinutes: 30 }] })
    expect(inTheWay(problem, { y: '11:00 den' }, 'x', '09:30 hall')).toEqual([])
    expect(inTheWay(problem, { y: '11:00 den' }, 'x', '09:45 hall')).toEqual(['y'])
    expect(inTheWay(problem, { y: '11:00 den' }, 'x', '14:00 hall')).toEqual(['y'])
  })
})

test('with the obstacles gone the checker finds no fault, and with one of them left it does', () => {
  let cleared = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const random = new Random(seed)
      const problem = madeUpConference({ sessions: 24, rooms: 3, days: 1, slotsPerDay: 6, attendees: 0 }, seed)
      const programme = programmeOf(problem, {})
      const { positionsOf, roomsOf, sessions, origin, startOf } = programme.instance
      const obstacles = new Obstacles(programme)
      for (let session = 0; session < sessions; session++) {
        const positions = positionsOf.items.subarray(positionsOf.start[session], positionsOf.start[session + 1])
        const rooms = roomsOf.items.subarray(roomsOf.start[session], roomsOf.start[session + 1])
        if (positions.length === 0 || rooms.length === 0) continue
        const [position, room] = [positions[random.below(positions.length)]!, rooms[random.below(rooms.length)]!]
        if (!obstacles.look(session, position, room)) continue
        const start = toWallTime(origin + startOf[position]!)
        const extra = { session: problem.sessions[session]!.id, start, room: problem.rooms[room]!.id }
        const violations = () => judgeConference(problem, [...placementsOf(programme), extra]).violations
        const [left, ...others] = [...obstacles.found]
        for (const other of others) programme.remove(other)
        if (left !== undefined) {
          cleared++
          expect(violations().length).toBeGreaterThan(0)
          programme.remove(left)
        }
        expect(violations()).toEqual([])
        programme.place(session, position, room)
      }
    }),
    { numRuns: 25, seed: 1 },
  )
  expect(cleared).toBeGreaterThan(50)
})
