import type { PlanRun } from './types.ts'

/** Whoever works on a run gives a sign of life more often than this. */
const silence = 30_000

/** Whether somebody works on it, or will. A run that has been silent for half a minute has lost its server. */
export function isUnderWay(run: Pick<PlanRun, 'state' | 'seenAt'>, now: Temporal.Instant): boolean {
  if (run.state !== 'queued' && run.state !== 'running') return false
  return now.epochMilliseconds - Temporal.Instant.from(run.seenAt).epochMilliseconds < silence
}
