import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, during, smallConference } from '../../test/small-conference.ts'
import { compile, type Instance } from './instance.ts'
import { madeUpConference } from './made-up.ts'
import type { ConferenceProblem } from './problem.ts'
import { toWallTime } from './wall-time.ts'

const startsOf = ({ origin, startOf }: Instance) => [...startOf].map((start) => toWallTime(origin + start))
const placesOf = (instance: Instance, session: string) => {
  const index = instance.sessionIndex.get(session)!
  const { positionsOf, roomsOf, problem } = instance
  return {
    starts: [...positionsOf.items.subarray(positionsOf.start[index], positionsOf.start[index + 1])].map(
      (position) => startsOf(instance)[position]!,
    ),
    rooms: [...roomsOf.items.subarray(roomsOf.start[index], roomsOf.start[index + 1])].map((r) => problem.rooms[r]!.id),
  }
}

describe('the starts', () => {
  test('are every so many minutes from the begin of each day', () => {
    const problem = smallConference({ a: {} }, { gridMinutes: 180 }, 2)
    const expected = ['1/09:00', '1/12:00', '1/15:00', '2/09:00', '2/12:00', '2/15:00'].map(at)
    expect(startsOf(compile(problem))).toEqual(expected)
  })

  test('are those a day names, and those that sessions bring along, in order and none twice', () => {
    const sessions = {
      a: { starts: [at('10:10'), at('09:00')] },
      b: { fixed: { start: at('08:00'), room: 'den' } },
      c: { published: { start: at('11:00'), room: 'den' } },
    }
    const days = [{ ...during('09:00-18:00'), starts: [at('14:00'), at('09:00')] }]
    const instance = compile(smallConference(sessions, { days }))
    expect(startsOf(instance)).toEqual(['08:00', '09:00', '10:10', '11:00', '14:00'].map(at))
    expect(instance.startOf[0]).toBe(0)
  })

  test('belong to the day that has begun last, in whatever order the days are given', () => {
    const problem = smallConference({ a: {} }, { gridMinutes: 270 }, 3)
    expect([...compile(problem).dayOf]).toEqual([0, 0, 1, 1, 2, 2])
    const mixed = compile({ ...problem, days: [problem.days[2]!, problem.days[0]!, problem.days[1]!] })
    expect([...mixed.dayOf]).toEqual([0, 0, 1, 1, 2, 2])
  })

  test('before the first day count as of it', () => {
    const problem = smallConference({ a: { fixed: { start: at('08:00'), room: 'den' } } }, { gridMinutes: 270 }, 2)
    expect([...compile(problem).dayOf]).toEqual([0, 0, 0, 1, 1])
  })
})

describe('the tick', () => {
  test.each([
    [30, 60, 30],
    [30, 45, 15],
    [30, 20, 10],
    [60, 7, 1],
    [15, 45, 15],
  ])('for starts every %d minutes and a session of %d is %d', (gridMinutes, minutes, tick) => {
    const instance = compile(smallConference({ a: { minutes } }, { gridMinutes }))
    expect([instance.tickMinutes, instance.lengthTicks[0]]).toEqual([tick, minutes / tick])
  })

  test('goes with the hours of rooms too', () => {
    const rooms = [{ id: 'den', unavailable: [during('12:10-13:00')] }]
    expect(compile(smallConference({ a: {} }, { gridMinutes: 60, rooms })).tickMinutes).toBe(10)
  })

  test('a closed room is closed from the begin to the end, and no tick longer', () => {
    const rooms = [{ id: 'den', unavailable: [during('10:00-11:00'), during('17:30-19:00')] }, { id: 'hall' }]
    const instance = compile(smallConference({ a: {} }, { gridMinutes: 30, rooms }))
    const closed = (room: number) =>
      Array.from({ length: instance.ticks }, (_, tick) => tick).filter(
        (tick) => instance.closed[room * instance.ticks + tick],
      )
    expect(closed(0).map((tick) => toWallTime(instance.origin + tick * 30))).toEqual(
      ['10:00', '10:30', '17:30', '18:00', '18:30'].map(at),
    )
    expect(closed(1)).toEqual([])
  })
})

describe('the places of a session', () => {
  const hourly = (sessions: Parameters<typeof smallConference>[0], more: Partial<ConferenceProblem> = {}) =>
    compile(smallConference(sessions, { gridMinutes: 60, ...more }))

  test.each([
    [
      'that nothing binds are all',
      {},
      ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'],
    ],
    ['end before the day does', { minutes: 420 }, ['09:00', '10:00', '11:00']],
    ['are its own starts', { starts: [at('10:00'), at('17:30')] }, ['10:00']],
    ['are where it is fixed, breaks or not', { fixed: { start: at('12:30'), room: 'den' } }, ['12:30']],
    ['are those where everybody is there', { people: ['ada'] }, ['10:00', '11:00', '15:00']],
  ])('%s', (_, session, expected) => {
    const people = [{ id: 'ada', available: [during('10:00-16:00')], unavailable: [during('12:30-14:15')] }]
    expect(placesOf(hourly({ a: session }, { people }), 'a').starts).toEqual(expected.map(at))
  })

  test('leave breaks out', () => {
    const days = [{ ...during('09:00-14:00'), breaks: [during('10:30-11:00')] }]
    expect(placesOf(hourly({ a: {} }, { days }), 'a').starts).toEqual(['09:00', '11:00', '12:00', '13:00'].map(at))
  })

  test.each([
    ['without needs', {}, ['den', 'room', 'hall']],
    ['with seats', { seats: 50 }, ['room', 'hall']],
    ['with a list', { rooms: ['hall', 'den'] }, ['den', 'hall']],
    ['with needs', { equipment: ['stage', 'stream'] }, ['hall']],
    ['fixed', { fixed: { start: at('10:00'), room: 'room' } }, ['room']],
    ['that asks for too much', { seats: 301 }, []],
  ])('%s are in the rooms that fit', (_, session, expected) => {
    const rooms = [
      { id: 'den', capacity: 10, equipment: ['stream'] },
      { id: 'room', capacity: 50 },
      { id: 'hall', capacity: 300, equipment: ['stream', 'stage'] },
    ]
    expect(placesOf(hourly({ a: session }, { rooms }), 'a').rooms).toEqual(expected)
  })
})

test('the tables say the same as the lists, and the first position from a tick on is the first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), (seed) => {
      const instance = compile(
        madeUpConference({ sessions: 15, rooms: 4, days: 2, slotsPerDay: 5, attendees: 3 }, seed),
      )
      const { positionsOf, roomsOf, positions, rooms, startTick, positionFrom } = instance
      for (let session = 0; session < instance.sessions; session++) {
        const own = positionsOf.items.subarray(positionsOf.start[session], positionsOf.start[session + 1])
        const flags = instance.positionAllowed.subarray(session * positions, (session + 1) * positions)
        expect([...own]).toEqual([...flags.keys()].filter((position) => flags[position] === 1))
        const ownRooms = roomsOf.items.subarray(roomsOf.start[session], roomsOf.start[session + 1])
        const roomFlags = instance.roomAllowed.subarray(session * rooms, (session + 1) * rooms)
        expect([...ownRooms]).toEqual([...roomFlags.keys()].filter((room) => roomFlags[room] === 1))
      }
      for (let tick = 0; tick <= instance.ticks; tick++) {
        const first = [...startTick].findIndex((start) => start >= tick)
        expect(positionFrom[tick]).toBe(first === -1 ? positions : first)
      }
    }),
    { numRuns: 20 },
  )
})
