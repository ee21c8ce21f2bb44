import type { ConferenceProblem, Person, Room, Session } from './problem.ts'
import { contains, overlaps, type Span, toMinutes, toSpan } from './wall-time.ts'

/** A hard rule about one session by itself. What two sessions forbid each other is in `pair-rules.ts`. */
export type HardRule = {
  readonly name: string
  readonly meaning: string
}

/** What the rules look at, read once per session. */
type Timing = {
  readonly fixed: number | undefined
  readonly published: number | undefined
  readonly starts: ReadonlySet<number> | undefined
  readonly windows: readonly Span[]
  readonly breaks: readonly Span[]
  readonly gridStarts: ReadonlySet<number>
  readonly people: readonly Presence[]
}

type Presence = { readonly available: readonly Span[] | undefined; readonly unavailable: readonly Span[] }

export type TimeRule = HardRule & { allows(timing: Timing, span: Span): boolean }
export type RoomRule = HardRule & { allows(session: Session, room: Room): boolean }

/** Rules about when. */
export const timeRules: readonly TimeRule[] = [
  {
    name: 'fixed-time',
    meaning: 'a fixed session stays at its time',
    allows: ({ fixed }, span) => fixed === undefined || fixed === span.from,
  },
  {
    name: 'start',
    meaning: 'a session begins at one of its own allowed starts, or at a start of the day, or where it is published',
    allows: ({ fixed, starts, published, gridStarts }, { from }) =>
      fixed !== undefined || (starts ? starts.has(from) : gridStarts.has(from) || published === from),
  },
  {
    name: 'length',
    meaning: 'a session ends before the day does',
    allows: ({ fixed, windows }, span) => fixed !== undefined || windows.some((window) => contains(window, span)),
  },
  {
    name: 'break',
    meaning: 'no session runs into a break',
    allows: ({ fixed, breaks }, span) => fixed !== undefined || !breaks.some((rest) => overlaps(rest, span)),
  },
  {
    name: 'availability',
    meaning: 'everybody a session needs is there for all of it',
    allows: ({ people }, span) =>
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
  readonly #byLength = new Map<number, readonly number[]>()
  readonly #people: ReadonlyMap<string, Presence>

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

  /** The rules that keep `session` from each of `starts` (wall minutes), in the same order. */
  broken(session: Session, starts: readonly number[]): TimeRule[][] {
    const timing = this.#timing(session)
    return starts.map((from) => timeRules.filter((rule) => !rule.allows(timing, { from, to: from + session.minutes })))
  }

  /**
   * The indices of those of `starts` (wall minutes) that `session` may have. Ask one judge about one list of starts only:
   * sessions of equal length that nothing else binds share their answer.
   */
  allowed(session: Session, starts: readonly number[]): readonly number[] {
    const timing = this.#timing(session)
    const unbound = timing.fixed === undefined && timing.starts === undefined && timing.people.length === 0
    if (!unbound || (timing.published !== undefined && !this.#gridStarts.has(timing.published))) {
      return this.#judge(session, timing, starts)
    }
    const known = this.#byLength.get(session.minutes) ?? this.#judge(session, timing, starts)
    this.#byLength.set(session.minutes, known)
    return known
  }

  #judge(session: Session, timing: Timing, starts: readonly number[]): readonly number[] {
    const found: number[] = []
    starts.forEach((from, index) => {
      const span = { from, to: from + session.minutes }
      if (timeRules.every((rule) => rule.allows(timing, span))) found.push(index)
    })
    return found
  }

  #timing(session: Session): Timing {
    const people = (session.people ?? []).map((id) => this.#people.get(id)!)
    return {
      fixed: session.fixed && toMinutes(session.fixed.start),
      published: session.published && toMinutes(session.published.start),
      starts: session.starts && new Set(session.starts.map(toMinutes)),
      windows: this.#windows,
      breaks: this.#breaks,
      gridStarts: this.#gridStarts,
      people: people.filter(({ available, unavailable }) => available !== undefined || unavailable.length > 0),
    }
  }
}

/** For every session the indices of the starts and of the rooms it may have. */
export function places(
  problem: ConferenceProblem,
  starts: readonly number[],
): { positionLists: (readonly number[])[]; roomLists: number[][] } {
  const judge = new TimeJudge(problem)
  return {
    positionLists: problem.sessions.map((session) => judge.allowed(session, starts)),
    roomLists: problem.sessions.map((session) =>
      problem.rooms.flatMap((room, index) => (roomRules.every((rule) => rule.allows(session, room)) ? [index] : [])),
    ),
  }
}
