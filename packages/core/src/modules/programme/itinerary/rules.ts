import type { SessionCard } from '../sessions/types.ts'

/** The same moment in another zone: wall time (`YYYY-MM-DDTHH:mm`) in, wall time out. */
export function moveWallTime(wallTime: string, from: string, to: string): string {
  const there = Temporal.PlainDateTime.from(wallTime).toZonedDateTime(from).withTimeZone(to)
  return there.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** A session whose wall times are told in the zone `to` instead of `from`: one calendar has one zone. The day stays the conference's. */
export function inTimeZone(session: SessionCard, from: string, to: string): SessionCard {
  if (from === to) return session
  const move = (wallTime: string | null) => wallTime && moveWallTime(wallTime, from, to)
  return { ...session, startsAt: move(session.startsAt), endsAt: move(session.endsAt) }
}
