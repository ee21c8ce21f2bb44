import { type Place, type ProblemList, quoted } from './problems.ts'
import type { Schedule, SchedulePerson, ScheduleRoom, ScheduleSession, ScheduleTrack } from './types.ts'

const maximumSessions = 20_000

/** Puts a schedule together and holds its parts against each other: unique references, rooms and tracks that exist. */
export class ScheduleBuilder {
  readonly #problems: ProblemList
  readonly #rooms = new Map<string, ScheduleRoom>()
  readonly #tracks = new Map<string, ScheduleTrack>()
  readonly #sessions = new Map<string, { session: ScheduleSession; place: Place }>()
  #tracksAreListed = false
  #isFull = false

  constructor(problems: ProblemList) {
    this.#problems = problems
  }

  /** The first mention of a room counts. */
  addRoom(room: ScheduleRoom): void {
    if (!this.#rooms.has(room.name)) this.#rooms.set(room.name, room)
  }

  /** A track from the file's own list; sessions may name only listed ones without a warning then. */
  listTrack(track: ScheduleTrack, place: Place): void {
    this.#tracksAreListed = true
    if (this.#tracks.has(track.name)) {
      this.#problems.warning('track.duplicate', `Track ${quoted(track.name)} is listed twice`, place)
    } else this.#tracks.set(track.name, track)
  }

  /** Adds a session and, where they are new, its room and track. Two with one reference are an error. */
  addSession(session: ScheduleSession, place: Place): void {
    const known = this.#sessions.get(session.reference)
    if (known) {
      const other = known.place.line ? `line ${known.place.line}` : known.place.field
      const message = `Reference ${quoted(session.reference)} is already that of ${quoted(known.session.title)} (${other})`
      this.#problems.error('session.reference_duplicate', message, place)
      return
    }
    if (this.#sessions.size === maximumSessions) {
      if (!this.#isFull)
        this.#problems.error('schedule.too_many_sessions', `More than ${maximumSessions} sessions`, place)
      this.#isFull = true
      return
    }
    if (session.room) this.addRoom({ name: session.room })
    if (session.track && !this.#tracks.has(session.track)) {
      this.#tracks.set(session.track, { name: session.track })
      if (this.#tracksAreListed) {
        this.#problems.warning('track.not_listed', `Track ${quoted(session.track)} is not in the list of tracks`, place)
      }
    }
    const people = this.#withoutRepetition(session.people, place)
    this.#sessions.set(session.reference, { session: { ...session, people }, place })
  }

  build(head: Omit<Schedule, 'rooms' | 'tracks' | 'sessions'>): Schedule {
    const sessions = [...this.#sessions.values()].map(({ session }) => session)
    return { ...head, rooms: [...this.#rooms.values()], tracks: [...this.#tracks.values()], sessions }
  }

  #withoutRepetition(people: readonly SchedulePerson[], place: Place): readonly SchedulePerson[] {
    const seen = new Set<string>()
    return people.filter((person) => {
      const key = JSON.stringify([person.reference ?? person.guid ?? person.name, person.role])
      if (!seen.has(key)) return seen.add(key)
      this.#problems.warning('person.duplicate', `${quoted(person.name)} is named twice in one session`, place)
      return false
    })
  }
}
