import type { CrowdedSession, FormerAttendance, SeatedSession } from './types.ts'

function greatest(figures: readonly FormerAttendance[]): number | null {
  return figures.length > 0 ? Math.max(...figures.map((figure) => figure.count)) : null
}

/** How many the last edition with a figure had; where sources differ, the greatest: a room must hold all. */
function lastEdition(figures: readonly FormerAttendance[]): number | null {
  const whole = figures.filter((figure) => figure.session === null)
  const latest = whole.reduce((max, { startsOn }) => ((startsOn ?? '') > max ? (startsOn ?? '') : max), '')
  return greatest(whole.filter(({ startsOn }) => (startsOn ?? '') === latest))
}

/**
 * How many are to be expected at a session after what came before: at a plenary as many as the last edition had, at any
 * other the most that ever came to a session of that track, else of that type. Null where nothing like it was counted.
 */
export function expectAttendance(session: SeatedSession, figures: readonly FormerAttendance[]): number | null {
  if (session.isPlenary) return lastEdition(figures)
  const counted = figures.filter((figure) => figure.session !== null)
  const ofTrack = counted.filter(({ session: one }) => one?.trackSlug && one.trackSlug === session.trackSlug)
  return greatest(ofTrack) ?? greatest(counted.filter(({ session: one }) => one?.type === session.type))
}

/** The sessions whose room is smaller than what is to be expected, the most crowded first. */
export function findCrowded(
  sessions: readonly SeatedSession[],
  figures: readonly FormerAttendance[],
): CrowdedSession[] {
  return sessions
    .flatMap(({ id, title, roomName, capacity, ...session }) => {
      const expected = expectAttendance({ id, title, roomName, capacity, ...session }, figures)
      return expected !== null && expected > capacity ? [{ id, title, roomName, capacity, expected }] : []
    })
    .toSorted((a, b) => b.expected - b.capacity - (a.expected - a.capacity))
}
