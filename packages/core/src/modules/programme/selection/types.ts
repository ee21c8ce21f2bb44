/** A session as far as a visitor's own selection cares. */
export type Timed = {
  readonly id: string
  /** Wall time, `YYYY-MM-DDTHH:mm`; null where it is unknown. */
  readonly startsAt: string | null
  readonly durationMinutes: number | null
}

/** Two sessions that one person cannot both sit through. */
export type Overlap = { readonly first: string; readonly second: string; readonly minutes: number }
