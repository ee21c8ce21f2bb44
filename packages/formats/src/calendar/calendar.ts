import { contentLine, escapeText, joinLines, parameterValue } from '../text/content-line.ts'
import { basicDateTime, timeZoneLines } from './time-zone.ts'

export type CalendarEvent = {
  /** Globally unique, and the same for this event for ever, however often it changes. */
  readonly uid: string
  /** Counts the changes that matter to those who have the event in their calendar; from 0. */
  readonly sequence: number
  /** When this version of the event was made, ISO 8601 instant. */
  readonly stamp: string
  /** When the event was last changed, ISO 8601 instant. */
  readonly modified?: string | undefined
  /** Wall time in the calendar's zone (`YYYY-MM-DDTHH:mm`), or a date (`YYYY-MM-DD`) for whole days. */
  readonly start: string
  /** With a wall time; elapsed minutes, also over a change of the clocks. */
  readonly durationMinutes?: number | undefined
  /** With a date; the last day, included. */
  readonly lastDay?: string | undefined
  readonly summary: string
  /** Plain text. */
  readonly description?: string | undefined
  readonly location?: string | undefined
  readonly url?: string | undefined
  readonly categories?: readonly string[] | undefined
  readonly isCancelled?: boolean | undefined
}

export type Calendar = {
  readonly name: string
  readonly description?: string | undefined
  /** IANA name. */
  readonly timeZone: string
  /** Where the calendar is kept up to date. */
  readonly url?: string | undefined
  /** How often those who subscribe should look again; 60 when absent. */
  readonly refreshMinutes?: number | undefined
  readonly events: readonly CalendarEvent[]
}

/**
 * Writes an iCalendar file (RFC 5545, with the properties of RFC 7986): wall times with their zone, so that they stay right
 * when the clocks change. Throws RangeError on a time zone or a time that does not exist.
 */
export function writeCalendar(calendar: Calendar): string {
  const years = calendar.events.map((event) => Number(event.start.slice(0, 4)))
  const thisYear = Temporal.Now.plainDateISO('UTC').year
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [thisYear, thisYear]
  const name = escapeText(calendar.name)
  return joinLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fachtag//Fachtag//DE',
    'CALSCALE:GREGORIAN',
    contentLine('NAME', name),
    contentLine('X-WR-CALNAME', name),
    ...textLine('DESCRIPTION', calendar.description),
    ...textLine('X-WR-CALDESC', calendar.description),
    contentLine('X-WR-TIMEZONE', escapeText(calendar.timeZone)),
    ...addressLine('URL', calendar.url),
    ...addressLine('SOURCE;VALUE=URI', calendar.url),
    `REFRESH-INTERVAL;VALUE=DURATION:PT${calendar.refreshMinutes ?? 60}M`,
    `X-PUBLISHED-TTL:PT${calendar.refreshMinutes ?? 60}M`,
    ...timeZoneLines(calendar.timeZone, first, last),
    ...calendar.events.flatMap((event) => eventLines(event, calendar.timeZone)),
    'END:VCALENDAR',
  ])
}

function eventLines(event: CalendarEvent, timeZone: string): string[] {
  const categories = event.categories?.map(escapeText).filter((category) => category !== '') ?? []
  return [
    'BEGIN:VEVENT',
    contentLine('UID', escapeText(event.uid)),
    `DTSTAMP:${utc(Temporal.Instant.from(event.stamp))}`,
    `SEQUENCE:${event.sequence}`,
    ...(event.modified ? [`LAST-MODIFIED:${utc(Temporal.Instant.from(event.modified))}`] : []),
    ...(event.start.includes('T') ? timedLines(event, timeZone) : wholeDayLines(event)),
    contentLine('SUMMARY', escapeText(event.summary)),
    ...textLine('DESCRIPTION', event.description),
    ...textLine('LOCATION', event.location),
    ...addressLine('URL', event.url),
    ...(categories.length > 0 ? [contentLine('CATEGORIES', categories.join(','))] : []),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

function timedLines(event: CalendarEvent, timeZone: string): string[] {
  const start = Temporal.PlainDateTime.from(event.start).toZonedDateTime(timeZone)
  const startLine = wallTimeLine('DTSTART', start)
  if (event.durationMinutes === undefined) return [startLine]
  const end = start.add({ minutes: event.durationMinutes })
  // A wall time that the clock shows twice means the first; only UTC can name the second.
  const isSecond = !end.toPlainDateTime().toZonedDateTime(timeZone).equals(end)
  return [startLine, isSecond ? `DTEND:${utc(end.toInstant())}` : wallTimeLine('DTEND', end)]
}

function wallTimeLine(name: string, time: Temporal.ZonedDateTime): string {
  return contentLine(`${name};TZID=${parameterValue(time.timeZoneId)}`, basicDateTime(time.toPlainDateTime()))
}

/** DTEND is the day after the last one: RFC 5545 does not include it. */
function wholeDayLines(event: CalendarEvent): string[] {
  const basic = (date: Temporal.PlainDate) => date.toString().replaceAll('-', '')
  const start = Temporal.PlainDate.from(event.start)
  const end = Temporal.PlainDate.from(event.lastDay ?? event.start).add({ days: 1 })
  return [`DTSTART;VALUE=DATE:${basic(start)}`, `DTEND;VALUE=DATE:${basic(end)}`, 'TRANSP:TRANSPARENT']
}

function utc(instant: Temporal.Instant): string {
  return `${basicDateTime(instant.toZonedDateTimeISO('UTC').toPlainDateTime())}Z`
}

function textLine(name: string, text: string | undefined): string[] {
  const value = escapeText(text ?? '')
  return value === '' ? [] : [contentLine(name, value)]
}

/** An address is a URI, not text: it is not escaped, and what is none is left out. */
function addressLine(name: string, address: string | undefined): string[] {
  const url = address === undefined ? null : URL.parse(address)
  return url ? [contentLine(name, url.href)] : []
}
