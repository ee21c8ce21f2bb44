/** What came of trying out the line to somebody who takes part by video. */
export const checkResults = ['open', 'good', 'problems'] as const
export type CheckResult = (typeof checkResults)[number]

/** What happens when the line fails on the day. */
export const fallbacks = ['phone', 'recording', 'stand-in'] as const
export type Fallback = (typeof fallbacks)[number]

/**
 * What is missing before somebody can take part by video: an appointment to try out the line, its result, a way out of the
 * problems it showed, what happens when the line fails.
 */
export const readinessLacks = ['appointment', 'result', 'solution', 'fallback'] as const
export type ReadinessLack = (typeof readinessLacks)[number]

/** `ready`: nothing is missing; `nearly`: it is under way; `not-ready`: nobody could rely on it. */
export type Readiness = 'ready' | 'nearly' | 'not-ready'

/** What readiness goes by. */
export type Prepared = {
  /** The day of the appointment to try out the line, `YYYY-MM-DD`. */
  readonly on: string | null
  readonly result: CheckResult
  readonly fallback: Fallback | null
}
