import { Random } from '../search/random.ts'
import type { EnrolmentProblem } from './problem.ts'

/**
 * A timetabling problem that never was, built around a hidden timetable so that every event can be placed. The same
 * arguments give the same problem.
 */
export function madeUpEnrolment(events: number, rooms: number, students: number, seed: number): EnrolmentProblem {
  const random = new Random(seed)
  const slots = 45
  const capacity = Array.from({ length: rooms }, () => students)
  const cells = Array.from({ length: slots * rooms }, (_, cell) => cell)
  random.shuffle(cells)
  const slotOf = cells.slice(0, events).map((cell) => Math.floor(cell / rooms))
  const roomOf = cells.slice(0, events).map((cell) => cell % rooms)
  const enrolments = Array.from({ length: students }, () => {
    const taken = new Set<number>()
    const own: number[] = []
    for (let tries = 0; tries < 20; tries++) {
      const event = random.below(events)
      if (taken.has(slotOf[event]!)) continue
      taken.add(slotOf[event]!)
      own.push(event)
    }
    return own.sort((a, b) => a - b)
  })
  const order = Array.from({ length: Math.floor(events / 10) }, (): [number, number] => {
    const a = random.below(events)
    const b = random.below(events)
    return slotOf[a]! < slotOf[b]! ? [a, b] : [b, a]
  }).filter(([a, b]) => slotOf[a]! < slotOf[b]!)
  return {
    events,
    days: 5,
    slotsPerDay: 9,
    capacity,
    enrolments,
    roomFeatures: capacity.map((_, room) => [room, rooms + (room >> 1), 2 * rooms]),
    eventFeatures: roomOf.map((room) => [[room, rooms + (room >> 1), 2 * rooms][random.below(3)]!]),
    available: slotOf.map((slot) =>
      Array.from({ length: slots }, (_, s) => s).filter((s) => s === slot || random.below(2) === 0),
    ),
    order,
  }
}
