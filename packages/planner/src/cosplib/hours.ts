import { ProblemError } from '../problem-error.ts'
import type { CosplibProblem } from './problem.ts'

const day = 1440

/** Minutes that a zone like `GMT+2` or `GMT-3:30` is ahead of GMT. Throws ProblemError `zone-unknown` for any other form. */
export function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone) ?? []
  if (hours === undefined) throw new ProblemError('zone-unknown', { zone })
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Penalty of presenting in a session for somebody who sits in `zone`: by the time of the day there. */
export function zonePenalty({ hours, sessions }: CosplibProblem, zone: string, session: number): number {
  const ahead = zoneMinutes(zone) - zoneMinutes(hours.zone)
  const there = (minute: number): number => (minute + ahead + 2 * day) % day
  const from = there(sessions[session]!.from)
  const to = there(sessions[session]!.to)
  const { suitable, lessSuitable } = hours
  if (from < lessSuitable.from || to > lessSuitable.to || to < lessSuitable.from) return hours.bigPenalty
  return from < suitable.from || to > suitable.to ? hours.smallPenalty : 0
}
