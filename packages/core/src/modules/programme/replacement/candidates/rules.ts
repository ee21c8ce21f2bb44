import type { Availability, TimeWindow } from '../../circumstances/types.ts'
import { wallMinutes } from '../../grid/rules.ts'
import type { Reserve } from '../../reserve/types.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { isPlanned } from '../rules.ts'
import type { Obstacle, ReserveCandidate } from './types.ts'

type Span = { readonly start: number; readonly end: number }

function spanOf({ startsAt, durationMinutes }: ProgrammeSession): Span | null {
  if (startsAt === null) return null
  const start = wallMinutes(startsAt)
  return { start, end: start + Math.max(durationMinutes ?? 0, 1) }
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

function covers(windows: readonly TimeWindow[], { start, end }: Span): boolean {
  return windows.some(({ from, until }) => wallMinutes(from) <= start && end <= wallMinutes(until))
}

/** What keeps a person from coming to `session`, as far as the programme and their own word tell; null where nothing does. */
export function findObstacle(
  personId: string,
  session: ProgrammeSession,
  programme: Programme,
  availabilities: readonly Availability[],
): Obstacle | null {
  const span = spanOf(session)
  if (!span) return null
  const clash = programme.sessions.find((other) => {
    const there = other.id !== session.id && other.state === 'planned' && isPlanned(other, personId)
    const otherSpan = there ? spanOf(other) : null
    return otherSpan !== null && overlap(span, otherSpan)
  })
  if (clash) return { kind: 'elsewhere', title: clash.title }
  const windows = availabilities.find((one) => one.personId === personId)?.windows
  return windows && !covers(windows, span) ? { kind: 'away' } : null
}

/**
 * Who of the reserve list might stand in at `session`, those first whom nothing keeps; then by their answer. Who stands in
 * somewhere already, has declined, or has a role at the session is left out.
 */
export function rankReserves(
  reserves: readonly Reserve[],
  session: ProgrammeSession,
  programme: Programme,
  availabilities: readonly Availability[],
): ReserveCandidate[] {
  const open = reserves.filter(({ state, personId }) => {
    return (state === 'available' || state === 'asked') && !isPlanned(session, personId)
  })
  const candidates = open.map((reserve) => ({
    ...reserve,
    obstacle: findObstacle(reserve.personId, session, programme, availabilities),
  }))
  const rank = ({ obstacle, state }: ReserveCandidate) => (obstacle ? 2 : 0) + (state === 'asked' ? 1 : 0)
  return candidates.toSorted((a, b) => rank(a) - rank(b))
}
