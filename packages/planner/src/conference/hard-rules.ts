import type { ConferenceProblem, Person, Room, Session } from './problem.ts'
import { contains, overlaps, type Span, toMinutes, toSpan } from './wall-time.ts'

/** A hard rule about one session by itself. What two sessions forbid each other is in `pair-rules.ts`. */
export type HardRule = {
  readonly name: string
  readonly meaning: string
}

/** A session at a time, with what the rules look at read once. */
type Timing = {
  readonly session: Session
  readonly span: Span
  readonly windows: readonly Span[]
  readonly breaks: readonly Span[]
  readonly gridStarts: ReadonlySet<number>
  readonly people: readonly {
    readonly available?: readonly Span[] | undefined
    readonly unavailable: readonly Span[]
  }[]
}

export type TimeRule = HardRule & { allows(timing: Timing): boolean }
export type RoomRule = HardRule & { allows(session: Session, room: Room): boolean }

/** Rules about when. */
export const timeRules: readonly TimeRule[] = [
  {
    name: 'fixed-time',
    meaning: 'a fixed session stays at its time',
    allows: ({ session, span }) => !session.fixed || toMinutes(session.fixed.start) === span.from,
  },
  {
    name: 'start',
    meaning: 'a session begins at one of its own allowed starts, or at a start of the day',
    allows: ({ session, span, gridStarts }) =>
      session.fixed !== undefined ||
      (session.starts ? session.starts.some((start) => toMinutes(start) === span.from) : gridStarts.has(span.from)) ||
      (session.starts === undefined &&
        session.published !== undefined &&
        toMinutes(session.published.start) === span.from),
  },
  {
    name: 'length',
    meaning: 'a session ends before the day does',
    allows: ({ session, span, windows }) =>
      session.fixed !== undefined || windows.some((window) => contains(window, span)),
  },
  {
    name: 'break',
    meaning: 'no session runs into a break',
    allows: ({ session, span, breaks }) => session.fixed !== undefined || !breaks.some((rest) => overlaps(rest, span)),
  },
  {
    name: 'availability',
    meaning: 'everybody a session needs is there for all of it',
    allows: ({ people, span }) =>
      people.every(
        ({ available, unavailable }) =>
          (available?.some((free) => contains(free, span)) ?? true) &&
          !unavailable.some((away) => overlaps(away, span)),
      ),
  },
]

/** Rules about where. */
export const roomRules: readonly RoomRule[] = [
  {
    name: 'fixed-room',
    meaning: 'a fixed session stays in its room',
    allows: (session, room) => !session.fixed || session.fixed.room === room.id,
  },
  {
    name: 'rooms',
    meaning: 'a session with a list of rooms takes one of them',
    allows: (session, room) => session.rooms?.includes(room.id) ?? true,
  },
  {
    name: 'seats',
    meaning: 'the room has at least the seats the session must have',
    allows: (session, room) => (session.seats ?? 0) <= (room.capacity ?? Number.POSITIVE_INFINITY),
  },
  {
    name: 'equipment',
    meaning: 'the room has everything the session needs, a line for remote speakers included',
    allows: (session, room) => (session.equipment ?? []).every((need) => room.equipment?.includes(need)),
  },
]

/** Answers when a session may run, rule by rule. */
export class TimeJudge {
  readonly #windows: readonly Span[]
  readonly #breaks: readonly Span[]
  readonly #gridStarts: ReadonlySet<number>
  readonly #people: ReadonlyMap<string, { available: readonly Span[] | undefined; unavailable: readonly Span[] }>

  constructor(problem: ConferenceProblem) {
    const grid = problem.gridMinutes ?? 5
    this.#windows = problem.days.map(toSpan)
    this.#breaks = problem.days.flatMap((day) => (day.breaks ?? []).map(toSpan))
    this.#gridStarts = new Set(
      problem.days.flatMap((day) => {
        const { from, to } = toSpan(day)
        const count = Math.ceil((to - from) / grid)
        return day.starts?.map(toMinutes) ?? Array.from({ length: count }, (_, i) => from + i * grid)
      }),
    )
    const read = (person: Person) => ({
      available: person.available?.map(toSpan),
      unavailable: (person.unavailable ?? []).map(toSpan),
    })
    this.#people = new Map((problem.people ?? []).map((person) => [person.id, read(person)]))
  }

  /** The rules that keep `session` from starting at `start` (wall minutes). */
  broken(session: Session, start: number, rules: readonly TimeRule[] = timeRules): TimeRule[] {
    const timing: Timing = {
      session,
      span: { from: start, to: start + session.minutes },
      windows: this.#windows,
      breaks: this.#breaks,
      gridStarts: this.#gridStarts,
      people: (session.people ?? []).map((id) => this.#people.get(id)!),
    }
    return rules.filter((rule) => !rule.allows(timing))
  }

  allows(session: Session, start: number): boolean {
    return this.broken(session, start).length === 0
  }
}

/** For every session the indices of the starts and of the rooms it may have. */
export function places(
  problem: ConferenceProblem,
  starts: readonly number[],
): { positionLists: number[][]; roomLists: number[][] } {
  const judge = new TimeJudge(problem)
  return {
    positionLists: problem.sessions.map((session) =>
      starts.flatMap((start, position) => (judge.allows(session, start) ? [position] : [])),
    ),
    roomLists: problem.sessions.map((session) =>
      problem.rooms.flatMap((room, index) => (roomRules.every((rule) => rule.allows(session, room)) ? [index] : [])),
    ),
  }
}
