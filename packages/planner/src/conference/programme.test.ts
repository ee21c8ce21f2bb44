import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, during, programmeOf, smallConference } from '../../test/small-conference.ts'
import { Random } from '../search/random.ts'
import { compileTerms } from './constraints/all.ts'
import { compile } from './instance.ts'
import { madeUpConference } from './made-up.ts'
import { placementsOf } from './plan.ts'
import { Programme } from './programme.ts'
import { toMinutes } from './wall-time.ts'

const positionAt = (programme: Programme, time: string): number =>
  programme.instance.startOf.indexOf(toMinutes(at(time)) - programme.instance.origin)

describe('a place', () => {
  const rooms = [
    { id: 'den', capacity: 10, unavailable: [during('12:00-13:00')] },
    { id: 'hall', capacity: 300 },
  ]
  const problem = smallConference({ a: { starts: [at('09:00'), at('10:00')], seats: 11 }, b: {}, c: {} }, { rooms })
  const programme = programmeOf(problem, { b: '09:00 den', c: '10:00 den' })

  test.each([
    ['10:00', 1, true],
    ['11:00', 1, false],
    ['10:00', 0, false],
  ])('at %s in room %d may be taken by a bound session: %s', (time, room, expected) => {
    expect(programme.mayStand(0, positionAt(programme, time), room)).toBe(expected)
  })

  test.each([
    ['free', '14:00', 0, -1],
    ['one session', '09:00', 0, 1],
    ['partly one session', '10:45', 0, 2],
    ['two sessions', '09:30', 0, -2],
    ['closed', '11:15', 0, -2],
    ['until it closes', '11:00', 0, -1],
    ['another room', '09:30', 1, -1],
  ])('is held by what stands there: %s', (_, time, room, expected) => {
    expect(programme.blocker(0, positionAt(programme, time), room)).toBe(expected)
  })

  test('is not held by the session that asks', () => {
    expect(programme.blocker(1, positionAt(programme, '09:15'), 0)).toBe(2)
    expect(programme.blocker(1, positionAt(programme, '09:00'), 0)).toBe(-1)
  })
})

describe('two sessions', () => {
  const problem = smallConference(
    { a: { topics: ['x'], people: ['ada'] }, b: { topics: ['x'], people: ['ada'] }, c: { minutes: 180 } },
    { bookmarks: [{ sessions: ['a', 'b'], count: 3 }] },
  )
  const programme = programmeOf(problem, {}, 'similar-parallel', 'bookmark-clash')

  test('cost what their wishes cost when they meet, whoever is asked', () => {
    const costs = () => [programme.overlapCost(0, 1), programme.overlapCost(1, 0), programme.overlapCost(0, 2)]
    expect(costs()).toEqual([60, 60, 0])
    programme.tabulateOverlaps()
    expect(costs()).toEqual([60, 60, 0])
  })

  test.each([
    ['09:00', '09:00', true],
    ['09:00', '10:00', false],
    ['09:00', '09:45', true],
    ['12:00', '11:00', false],
  ])('at %s and %s run in parallel: %s', (first, second, expected) => {
    const [a, b] = [positionAt(programme, first), positionAt(programme, second)]
    expect([programme.inParallel(0, a, 1, b), programme.inParallel(1, b, 0, a)]).toEqual([expected, expected])
  })

  test('a long one meets what begins while it runs', () => {
    const nine = positionAt(programme, '09:00')
    expect(programme.inParallel(2, nine, 0, positionAt(programme, '11:45'))).toBe(true)
    expect(programme.inParallel(2, nine, 0, positionAt(programme, '12:00'))).toBe(false)
  })

  test('of one person may not meet, unless the other one is taken as gone', () => {
    const standing = programmeOf(problem, { b: '10:00 den' })
    const ten = positionAt(standing, '10:00')
    expect([standing.pairsAllow(0, ten, 1, -1), standing.pairsAllow(0, ten, 1, 1)]).toEqual([false, true])
    expect(standing.pairsAllow(2, ten, 1, -1)).toBe(true)
    expect(standing.pairAllowsAt(0, ten, 1, 1, positionAt(standing, '11:00'), 1)).toBe(true)
    expect(standing.pairAllowsAt(0, ten, 1, 1, positionAt(standing, '10:15'), 1)).toBe(false)
    expect(standing.pairAllowsAt(0, ten, 1, 2, ten, 1)).toBe(true)
  })
})

/** A programme with everything placed somewhere that the hard rules on single sessions allow. */
function filled(seed: number) {
  const problem = madeUpConference({ sessions: 14, rooms: 3, days: 2, slotsPerDay: 5, attendees: 10 }, seed)
  const instance = compile(problem)
  const programme = new Programme(instance, compileTerms(instance))
  const random = new Random(seed)
  const { positionsOf, roomsOf } = instance
  const anyPlace = (session: number) => {
    const positions = positionsOf.items.subarray(positionsOf.start[session], positionsOf.start[session + 1])
    const rooms = roomsOf.items.subarray(roomsOf.start[session], roomsOf.start[session + 1])
    return { position: positions[random.below(positions.length)]!, room: rooms[random.below(rooms.length)]! }
  }
  for (let session = 0; session < instance.sessions; session++) {
    const { position, room } = anyPlace(session)
    if (position !== undefined && room !== undefined && programme.blocker(session, position, room) === -1) {
      programme.place(session, position, room)
    }
  }
  return { instance, programme, random, anyPlace }
}

function recount({ instance, terms, position, room }: Programme): number {
  const fresh = new Programme(instance, terms)
  position.forEach((at, session) => {
    if (at !== -1) fresh.place(session, at, room[session]!)
  })
  return fresh.cost
}

test('the cost is that of a recount after any placing and removing, and the order of it leaves no trace', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const { programme, random } = filled(seed)
      const digest = programme.stateDigest()
      const occupied = programme.occupant.join()
      const removed: { session: number; position: number; room: number }[] = []
      for (let session = 0; session < programme.position.length; session++) {
        if (programme.position[session] === -1 || random.below(2) === 0) continue
        removed.push({ session, position: programme.position[session]!, room: programme.room[session]! })
        programme.remove(session)
        expect(programme.cost).toBe(recount(programme))
      }
      for (const { session, position, room } of removed.reverse()) programme.place(session, position, room)
      expect([programme.stateDigest(), programme.occupant.join()]).toEqual([digest, occupied])
    }),
    { numRuns: 40 },
  )
})

test('what a move is said to cost is what it costs', () => {
  let made = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const { programme, random, anyPlace } = filled(seed)
      for (let tries = 0; tries < 30; tries++) {
        const session = random.below(programme.position.length)
        const [here, hereRoom] = [programme.position[session]!, programme.room[session]!]
        const { position, room } = anyPlace(session)
        if (here === -1 || programme.blocker(session, position, room) !== -1) continue
        const price = programme.price(session, position, room) - programme.price(session, here, hereRoom)
        expect(programme.priceDelta(session, position, room)).toBe(price)
        programme.groups.move(session, here, hereRoom, position, room)
        programme.move(session, position, room, price)
        expect(programme.cost).toBe(recount(programme))
        made++
      }
    }),
    { numRuns: 20, seed: 1 },
  )
  expect(made).toBeGreaterThan(100)
})

test('placements are told in the order of the problem, without those that are missing', () => {
  const problem = smallConference({ a: {}, b: {}, c: {} }, {}, 2)
  expect(placementsOf(programmeOf(problem, { c: '2/09:15 hall', a: '10:00 den' }))).toEqual([
    { session: 'a', start: at('10:00'), room: 'den' },
    { session: 'c', start: at('2/09:15'), room: 'hall' },
  ])
})
