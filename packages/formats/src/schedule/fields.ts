import { cleanLine, cleanText } from '../text/clean.ts'
import { richText } from '../text/rich-text.ts'
import { type Place, type ProblemList, quoted } from './problems.ts'
import type { ScheduleLink } from './types.ts'
import { dateOf, inZone, isoDateTime, minutesOf, plusDays, timeOfDay, timeZoneOf } from './wall-time.ts'

/** What a file says about when a session is, in its own words. */
export type StartWords = {
  /** Date-time, with or without offset. */
  readonly dateTime?: string | undefined
  /** Time of day on the wall. */
  readonly time?: string | undefined
  /** The conference day, already read. */
  readonly day?: string | undefined
  /** Time of day before which a session counts to the day before. */
  readonly dayChange?: string | undefined
}

/**
 * Turns the words of a file into the values of a schedule. What is wrong goes to the problems: a date that is none is an
 * error, an address that cannot be followed a warning and left out.
 */
export class Fields {
  readonly #problems: ProblemList
  readonly #timeZone: string
  readonly #textIsMarkdown: boolean
  readonly #baseUrl: string | undefined

  constructor(
    problems: ProblemList,
    options: { timeZone: string; textIsMarkdown: boolean; baseUrl?: string | undefined },
  ) {
    this.#problems = problems
    this.#timeZone = options.timeZone
    this.#textIsMarkdown = options.textIsMarkdown
    this.#baseUrl = options.baseUrl
  }

  line(text: string | null | undefined): string | undefined {
    return cleanLine(text)
  }

  /** Markdown, from Markdown, plain text or HTML. */
  prose(text: string | null | undefined): string | undefined {
    return this.#textIsMarkdown ? cleanText(text) : richText(text)
  }

  date(text: string | null | undefined, code: string, place: Place): string | undefined {
    if (!cleanLine(text)) return undefined
    const date = dateOf(text!)
    if (!date) this.#problems.error(code, `${quoted(text)} is not a date (YYYY-MM-DD)`, place)
    return date
  }

  minutes(text: string | null | undefined, place: Place): number | undefined {
    if (!cleanLine(text)) return undefined
    const minutes = minutesOf(text!)
    if (minutes === undefined) {
      this.#problems.error('session.duration_invalid', `${quoted(text)} is not a duration (HH:MM)`, place)
    }
    return minutes
  }

  /** The wall time of a start in the schedule's zone; the words on the wall win over an offset that contradicts the zone. */
  start(words: StartWords, place: Place): string | undefined {
    const time = this.#time(words.time, place)
    if (cleanLine(words.dateTime)) {
      const moment = isoDateTime(words.dateTime!)
      if (moment) return this.#wallTime(moment, time, place)
      if (!(time && dateOf(words.dateTime!) === words.dateTime!.trim())) {
        this.#problems.error('session.start_invalid', `${quoted(words.dateTime)} is not a date and time`, place)
        return undefined
      }
      return `${words.dateTime!.trim()}T${time}`
    }
    if (!time || !words.day) return undefined
    const afterMidnight = words.dayChange !== undefined && time < words.dayChange
    return `${afterMidnight ? plusDays(words.day, 1) : words.day}T${time}`
  }

  language(text: string | null | undefined, place: Place): string | undefined {
    const name = cleanLine(text)?.replaceAll('_', '-')
    if (!name) return undefined
    try {
      return Intl.getCanonicalLocales(name)[0]
    } catch {
      this.#problems.warning('session.language_unknown', `${quoted(text)} is not a language tag`, place)
      return undefined
    }
  }

  /** An absolute http, https or mailto address; one without scheme that looks like a host is read as https. */
  address(text: string | null | undefined, place: Place): string | undefined {
    const given = cleanLine(text)
    // Our own schedule.json stands this in for an address that the schema demands and nobody knows.
    if (!given || given.startsWith('urn:uuid:')) return undefined
    const bare = /^(?!\/)[\w-]+(\.[\w-]+)+(\/|$)/.test(given)
    const url = URL.parse(bare ? `https://${given}` : given, this.#baseUrl)
    if (url && ['http:', 'https:', 'mailto:'].includes(url.protocol)) return url.href
    this.#problems.warning('address.unusable', `${quoted(text)} is not a web or mail address and was left out`, place)
    return undefined
  }

  link(title: string | null | undefined, address: string | null | undefined, place: Place): ScheduleLink[] {
    const url = this.address(address, place)
    return url ? [{ title: cleanLine(title) ?? url, url }] : []
  }

  #time(text: string | undefined, place: Place): string | undefined {
    if (!cleanLine(text)) return undefined
    const time = timeOfDay(text!)
    if (!time) this.#problems.error('session.start_invalid', `${quoted(text)} is not a time of day (HH:MM)`, place)
    return time
  }

  #wallTime(moment: { local: string; offset: string | undefined }, time: string | undefined, place: Place): string {
    if (!moment.offset) return moment.local
    const zoned = inZone(moment.local, moment.offset, this.#timeZone)
    if (zoned === moment.local) return zoned
    if (time === undefined || !moment.local.endsWith(time)) return zoned
    const message = `Offset ${moment.offset} is not that of ${this.#timeZone}; read as ${moment.local}`
    this.#problems.warning('session.offset_contradicts_zone', message, place)
    return moment.local
  }
}

/** The zone a file names, else the one asked for, else that of Germany; says so when it had to choose. */
export function scheduleZone(
  named: string | null | undefined,
  fallback: string | undefined,
  problems: ProblemList,
): string {
  const name = cleanLine(named)
  const zone = name ? timeZoneOf(name) : undefined
  if (zone) return zone
  const asked = fallback ? timeZoneOf(fallback) : undefined
  if (asked && !name) return asked
  const chosen = asked ?? 'Europe/Berlin'
  const found = name ? `Time zone ${quoted(name)} is unknown` : 'The file names no time zone'
  problems.warning('schedule.time_zone_missing', `${found}; times are read as ${chosen}`)
  return chosen
}
