import { Random } from '../search/random.ts'
import type { Bookmark, ConferenceProblem, Interval, Session } from './problem.ts'

/** How big a made-up conference is. */
export type Size = {
  readonly sessions: number
  readonly rooms: number
  readonly days: number
  readonly slotsPerDay: number
  readonly attendees: number
}

const tracks = ['administration', 'security', 'cloud', 'data', 'law', 'schools', 'geodata', 'finance']
const levels = ['start', 'practice', 'expert']
const two = (value: number): string => String(value).padStart(2, '0')

/**
 * A conference that never was, with every kind of rule and wish in it: for tests and for measuring the engine on problems
 * of a given size. The same size and seed give the same conference.
 */
export function madeUpConference(size: Size, seed: number): ConferenceProblem {
  const random = new Random(seed)
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!
  const date = (day: number): string => `2030-05-${two(6 + day)}`
  const slot = (): Interval => {
    const day = date(random.below(size.days))
    const hour = 9 + random.below(Math.max(1, size.slotsPerDay - 2))
    return { from: `${day}T${two(hour)}:00`, to: `${day}T${two(hour + 2)}:00` }
  }
  const rooms = Array.from({ length: size.rooms }, (_, i) => ({
    id: `room-${i}`,
    capacity: 20 + 30 * random.below(12),
    equipment: i % 3 === 0 ? ['stream', 'stage'] : ['stream'],
    site: i % 5 === 4 ? 'annexe' : 'house',
    ...(i % 4 === 1 ? { unavailable: [slot()] } : {}),
  }))
  const people = Array.from({ length: Math.ceil(size.sessions * 0.9) }, (_, i) => ({
    id: `person-${i}`,
    ...(i % 10 === 0 ? { unavailable: [slot()] } : {}),
  }))
  const sessions = Array.from({ length: size.sessions }, (_, i): Session => {
    const speakers = new Set([pick(people).id, ...(random.below(3) === 0 ? [pick(people).id] : [])])
    return {
      id: `session-${i}`,
      minutes: random.below(5) === 0 ? 45 : 60,
      people: [...speakers],
      ...(i % 6 === 5 ? { remote: [...speakers].slice(0, 1) } : {}),
      track: pick(tracks),
      topics: [...new Set([pick(tracks), pick(tracks)])],
      level: pick(levels),
      language: random.below(4) === 0 ? 'en' : 'de',
      demand: 10 * random.below(25),
      ...(i % 12 === 0 ? { equipment: ['stage'] } : {}),
      ...(i % 9 === 0 ? { preferredTimes: [slot()] } : {}),
      ...(i % 7 === 0 ? { undesiredTimes: [slot()] } : {}),
      ...(i % 11 === 0 ? { preferredRooms: [pick(rooms).id] } : {}),
      ...(i % 13 === 0 ? { undesiredRooms: [pick(rooms).id] } : {}),
      ...(i % 3 === 0
        ? {
            published: {
              start: `${date(random.below(size.days))}T${two(9 + random.below(size.slotsPerDay))}:00`,
              room: pick(rooms).id,
            },
            affected: random.below(200),
          }
        : {}),
    }
  })
  const bookmarks = Array.from({ length: size.attendees }, (): Bookmark => {
    const interest = pick(tracks)
    const marked = Array.from({ length: 12 }, () => pick(sessions)).filter(
      (s) => s.track === interest || random.below(2) === 0,
    )
    return { sessions: [...new Set(marked.map((session) => session.id))] }
  })
  const order = Array.from({ length: Math.floor(size.sessions / 20) }, (_, i) => ({
    before: `session-${2 * i}`,
    after: `session-${2 * i + 1}`,
    gapMinutes: 15,
  }))
  const days = Array.from({ length: size.days }, (_, day) => ({
    from: `${date(day)}T09:00`,
    to: `${date(day)}T${two(9 + size.slotsPerDay)}:00`,
    starts: Array.from({ length: size.slotsPerDay }, (_, i) => `${date(day)}T${two(9 + i)}:00`),
  }))
  return { days, rooms, people, sessions, order, bookmarks, travelMinutes: 10 }
}
