import type { Locale } from '@fachtag/core/kernel/localized-text'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import type { Board } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import { formatClock } from '#lib/format/times.ts'
import type { Texts } from './texts.ts'

type Days = readonly { readonly day: string; readonly name: string }[]

/** What sessions, rooms and places of a board are called. */
export class Places {
  readonly #sessions: ReadonlyMap<string, ProgrammeSession>
  readonly #rooms: ReadonlyMap<string, string>
  readonly #days: Days
  readonly #texts: Texts
  readonly #locale: Locale

  constructor({ programme }: Board, days: Days, texts: Texts, locale: Locale) {
    this.#sessions = new Map(programme.sessions.map((session) => [session.id, session]))
    this.#rooms = new Map(programme.rooms.map((room) => [room.id, room.name]))
    this.#days = days
    this.#texts = texts
    this.#locale = locale
  }

  title(sessionId: string): string {
    return this.#sessions.get(sessionId)?.title ?? this.#texts.editor.journal.unknownSession
  }

  room(roomId: string | null): string {
    const { unknownRoom, noRoom } = this.#texts.editor.journal
    return roomId === null ? noRoom : (this.#rooms.get(roomId) ?? unknownRoom)
  }

  /** "10:15". */
  clock(wallTime: string): string {
    return formatClock(wallTime, this.#locale)
  }

  /** "Saal 2, 10:15 Uhr", with the day where the programme has several. */
  where(place: { readonly day: string; readonly startsAt: string; readonly roomId: string | null }): string {
    const day = this.#days.length > 1 ? this.#days.find((one) => one.day === place.day)?.name : undefined
    const time = this.#texts.clock(this.clock(place.startsAt))
    return [this.room(place.roomId), day, time].filter((part) => part !== undefined).join(', ')
  }

  /** "10:15 bis 11:00 Uhr", or only the beginning where nobody has said how long. */
  times(startsAt: string, minutes: number | null): string {
    const { at, from } = this.#texts.editor.block
    if (minutes === null) return from(this.clock(startsAt))
    return at(this.clock(startsAt), this.clock(wallTimeOf(wallMinutes(startsAt) + minutes)))
  }
}
