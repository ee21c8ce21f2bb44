/** `YYYY-MM-DD` of a date or of the local part of a date-time; `undefined` when it is not in the calendar. */
export function dateOf(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/s.exec(text.trim())
  return match?.[1] && isDate(match[1]) ? match[1] : undefined
}

/** Minutes of `HH:MM`, `HH:MM:SS`, `D:HH:MM:SS` or a number of minutes; seconds round up. `undefined` when it is none. */
export function minutesOf(text: string): number | undefined {
  const parts = text.trim().split(':')
  if (parts.length > 4 || !parts.every((part) => /^\d{1,5}$/.test(part))) return undefined
  const numbers = parts.map(Number)
  if (numbers.length === 1) return numbers[0]
  const [days, hours, minutes, seconds] = numbers.length === 4 ? numbers : [0, numbers[0], numbers[1], numbers[2] ?? 0]
  if (minutes! > 59 || seconds! > 59) return undefined
  return days! * 1440 + hours! * 60 + minutes! + (seconds! > 0 ? 1 : 0)
}

/** `HH:MM` of a time of day with or without seconds; `undefined` when there is no such time. */
export function timeOfDay(text: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?$/.exec(text.trim())
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return undefined
  return `${match[1]!.padStart(2, '0')}:${match[2]}`
}

/** Parts of an ISO 8601 date-time: its local part `YYYY-MM-DDTHH:mm` and, where given, its offset (`Z`, `+01:00`). */
export function isoDateTime(text: string): { local: string; offset: string | undefined } | undefined {
  const pattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})?$/i
  const match = pattern.exec(text.trim())
  if (!match || !isDate(match[1]!) || timeOfDay(match[2]!) === undefined) return undefined
  const offset = match[3]?.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  return { local: `${match[1]}T${match[2]}`, offset }
}

/** The wall time in `timeZone` at the instant that a local time with an offset names. */
export function inZone(local: string, offset: string, timeZone: string): string {
  const instant = Temporal.Instant.from(`${local}${offset}`)
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** ISO 8601 with the offset that the zone has at that wall time, `2024-11-27T09:00:00+01:00`. */
export function withOffset(wallTime: string, timeZone: string): string {
  const zoned = Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone)
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' })
}

/** Wall time so many minutes later on the clock on the wall's calendar, without regard to the zone. */
export function plusMinutes(wallTime: string, minutes: number): string {
  return Temporal.PlainDateTime.from(wallTime).add({ minutes }).toString({ smallestUnit: 'minute' })
}

export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Minutes from one wall time to another. */
export function minutesBetween(start: string, end: string): number {
  return Temporal.PlainDateTime.from(start).until(end).total('minutes')
}

/** The IANA name as the runtime knows it, or `undefined`. Offsets are not zones. */
export function timeZoneOf(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
