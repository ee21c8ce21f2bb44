import { contentLine, parameterValue } from '../text/content-line.ts'

/** A change of a zone's offset; minutes east of UTC are kept as `+HHMM`. */
type Transition = {
  /** Wall time at which the change happens, on the clock that was valid before it. */
  readonly local: Temporal.PlainDateTime
  readonly from: string
  readonly to: string
  readonly isDaylight: boolean
}

/** So many years in a row must follow a rule before it is written as one. */
const yearsForRule = 10

/**
 * The VTIMEZONE of an IANA zone for the years from `firstYear` to `lastYear` (RFC 5545 section 3.6.5), from the runtime's own
 * time zone data: yearly rules where the zone follows them, else every change by itself.
 */
export function timeZoneLines(timeZone: string, firstYear: number, lastYear: number): string[] {
  const begin = Temporal.PlainDate.from({ year: firstYear - 1, month: 1, day: 1 }).toZonedDateTime(timeZone)
  const endYear = Math.max(lastYear + 1, firstYear - 1 + yearsForRule)
  const transitions = transitionsBetween(begin, endYear)
  const rules = yearlyRules(transitions, firstYear - 1, endYear)
  const body = rules ?? [
    initial(begin),
    ...transitions.filter(({ local }) => local.year <= lastYear + 1).flatMap((change) => observance(change)),
  ]
  const id = contentLine('TZID', parameterValue(timeZone))
  return ['BEGIN:VTIMEZONE', id, ...body.flat(), 'END:VTIMEZONE']
}

function transitionsBetween(begin: Temporal.ZonedDateTime, endYear: number): Transition[] {
  const transitions: Transition[] = []
  let at = begin.subtract({ nanoseconds: 1 }).getTimeZoneTransition('next')
  while (at && at.year <= endYear) {
    const before = at.subtract({ nanoseconds: 1 })
    if (before.offsetNanoseconds !== at.offsetNanoseconds) {
      transitions.push({
        local: before.toPlainDateTime().add({ nanoseconds: 1 }),
        from: utcOffset(before),
        to: utcOffset(at),
        isDaylight: at.offsetNanoseconds > before.offsetNanoseconds,
      })
    }
    at = at.getTimeZoneTransition('next')
  }
  return transitions
}

/** One rule for summer and one for winter time, when every year keeps to both. */
function yearlyRules(transitions: readonly Transition[], firstYear: number, endYear: number): string[] | undefined {
  const halves = [transitions.filter((change) => change.isDaylight), transitions.filter((change) => !change.isDaylight)]
  const years = endYear - firstYear + 1
  const lines = halves.map((half) => {
    const isYearly = half.length === years && half.every(({ local }, index) => local.year === firstYear + index)
    const rule = isYearly ? commonRule(half) : undefined
    return rule && observance(half[0]!, rule)
  })
  return lines.every((half) => half !== undefined) ? lines.flat() : undefined
}

function commonRule(changes: readonly Transition[]): string | undefined {
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const rules = (counting: (date: Temporal.PlainDateTime) => number) =>
    new Set(
      changes.map(({ local, from, to }) => {
        const day = `${counting(local)}${days[local.dayOfWeek - 1]}`
        return [`FREQ=YEARLY;BYMONTH=${local.month};BYDAY=${day}`, local.toPlainTime(), from, to].join('|')
      }),
    )
  const fromEnd = rules((date) => -Math.ceil((date.daysInMonth - date.day + 1) / 7))
  const fromStart = rules((date) => Math.ceil(date.day / 7))
  const common = [fromEnd, fromStart].find((found) => found.size === 1)
  return common && [...common][0]!.split('|')[0]
}

function observance(change: Transition, rule?: string): string[] {
  const kind = change.isDaylight ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basicDateTime(change.local)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${change.from}`,
    `TZOFFSETTO:${change.to}`,
    `END:${kind}`,
  ]
}

/** What holds before the first change. */
function initial(begin: Temporal.ZonedDateTime): string[] {
  const offset = utcOffset(begin)
  const start = `DTSTART:${basicDateTime(begin.toPlainDateTime())}`
  return ['BEGIN:STANDARD', start, `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD']
}

/** `YYYYMMDDTHHMMSS`, the basic format of ISO 8601 that iCalendar uses. */
export function basicDateTime(date: Temporal.PlainDateTime): string {
  return date.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

function utcOffset(date: Temporal.ZonedDateTime): string {
  return date.offset.replaceAll(':', '')
}
