/** The present, as a function, so that rules and tests can have their own. */
export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()

/** A clock that stands still at `instant` (ISO 8601 with offset). For tests and rehearsals. */
export function fixedClock(instant: string): Clock {
  const fixed = Temporal.Instant.from(instant)
  return () => fixed
}
