import { ProblemError } from '../problem-error.ts'
import type { Interval, WallTime } from './problem.ts'

const minutesPerDay = 1440
const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** Minutes of wall time since 1970-01-01T00:00. Throws ProblemError `time-wrong` for anything else than `YYYY-MM-DDTHH:mm`. */
export function toMinutes(time: WallTime): number {
  const [, year, month, day, hour, minute] = (pattern.exec(time) ?? []).map(Number)
  const date = Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day)
  const read = new Date(date)
  const valid = read.getUTCFullYear() === year && read.getUTCMonth() + 1 === month && read.getUTCDate() === day
  if (!valid || hour! * 60 + minute! > minutesPerDay || minute! > 59)
    throw new ProblemError('time-wrong', { found: String(time) })
  return date / 60_000 + hour! * 60 + minute!
}

/** The wall time of `minutes` since 1970-01-01T00:00. */
export function toWallTime(minutes: number): WallTime {
  return new Date(minutes * 60_000).toISOString().slice(0, 16)
}

/** The calendar day of a wall time in minutes, as a number that grows by one per day. */
export function dayOf(minutes: number): number {
  return Math.floor(minutes / minutesPerDay)
}

/** The greatest number of minutes that both are a multiple of; of 0 and another one, the other one. */
export function greatestStep(a: number, b: number): number {
  return b === 0 ? a : greatestStep(b, a % b)
}

/** Minutes of wall time, `to` not included. */
export type Span = { readonly from: number; readonly to: number }

/** An interval in minutes; throws ProblemError `interval-wrong` when it does not end after it begins. */
export function toSpan(interval: Interval): Span {
  const span = { from: toMinutes(interval.from), to: toMinutes(interval.to) }
  if (span.to <= span.from) throw new ProblemError('interval-wrong', { from: interval.from, to: interval.to })
  return span
}

/** Whether two spans have a minute in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** Whether `inner` lies within `outer`, ends included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
