import { ProblemError } from '../problem-error.ts'
import type { CosplibProblem } from './problem.ts'

const day = 1440

/** CoSPLib looks at every time on this date, wherever the conference is. */
const date = new Date('2021-07-21T12:00:00Z')

/** Minutes that a zone is ahead of GMT: `GMT+2`, or a name of the IANA data base. Throws ProblemError `zone-unknown`. */
export function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone) ?? []
  if (hours !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  try {
    const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    const offset = clock.formatToParts(date).find(({ type }) => type === 'timeZoneName')!.value
    return offset === 'GMT' ? 0 : zoneMinutes(offset)
  } catch {
    throw new ProblemError('zone-unknown', { zone })
  }
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
