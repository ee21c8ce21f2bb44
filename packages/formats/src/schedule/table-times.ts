import type { SessionRow } from './table-row.ts'
import { dateAndTimeInWords, dateInWords, minutesInWords, timesInWords } from './table-values.ts'
import { minutesBetween, plusDays } from './wall-time.ts'

export type SessionTimes = {
  readonly day: string | undefined
  readonly start: string | undefined
  readonly durationMinutes: number | undefined
}

/**
 * When a session is: day, begin, and end or length from their columns, or day and time together from the one for the begin.
 * A programme on paper names the day once, above the first session of it: `lastDay` stands in for an empty cell.
 */
export function readTimes(row: SessionRow, lastDay: string | undefined): SessionTimes {
  const both = row.line('day') === undefined ? dateAndTimeInWords(row.cell('start')) : undefined
  const times = both ?? row.value('start', timesInWords, 'session.start_invalid', 'a time of day (9:00)')
  const ownDay = both?.day ?? row.value('day', dateInWords, 'day.date_invalid', 'a date (27.11.2024)')
  const day = ownDay ?? (times ? lastDay : undefined)
  if (times && !day) row.error('day.date_missing', 'A session with a time needs a day', 'day')
  const start = times && day ? `${day}T${times.start}` : undefined
  const written = row.value('durationMinutes', minutesInWords, 'session.duration_invalid', 'a number of minutes')
  return { day, start, durationMinutes: written ?? lengthOf(start, readEnd(row) ?? times?.end) }
}

function readEnd(row: SessionRow): string | undefined {
  const both = dateAndTimeInWords(row.cell('end'))
  return (both ?? row.value('end', timesInWords, 'session.end_invalid', 'a time of day (9:45)'))?.start
}

/** An end before the start is on the next day. */
function lengthOf(start: string | undefined, end: string | undefined): number | undefined {
  if (!start || !end) return undefined
  const date = start.slice(0, 10)
  const minutes = minutesBetween(start, `${date}T${end}`)
  return minutes >= 0 ? minutes : minutesBetween(start, `${plusDays(date, 1)}T${end}`)
}
