import type { Prepared, Readiness, ReadinessLack } from './types.ts'

/** So many days before the day, warnings begin to ask whether somebody is ready: time enough for a second attempt. */
export const warnDays = 14

/**
 * What is missing as of `today` (`YYYY-MM-DD`), in the order in which it is done. An appointment that is still to come is
 * enough for now; one that has passed without a result is not. Nothing arranged lacks appointment and fallback.
 */
export function lacksOf(check: Prepared | undefined, today: string): ReadinessLack[] {
  const lacks: ReadinessLack[] = []
  if (check?.result === 'problems') lacks.push('solution')
  else if (check?.result !== 'good') {
    if (!check?.on) lacks.push('appointment')
    else if (check.on < today) lacks.push('result')
  }
  if (!check?.fallback) lacks.push('fallback')
  return lacks
}

/** How far somebody is: ready when the line was good and there is a fallback, nearly when only that or the appointment is still to come. */
export function readinessOf(check: Prepared | undefined, today: string): Readiness {
  const lacks = lacksOf(check, today)
  if (lacks.some((lack) => lack !== 'fallback')) return 'not-ready'
  return lacks.length === 0 && check?.result === 'good' ? 'ready' : 'nearly'
}

/** Whether `day` is near enough as of `today` for warnings: at most `warnDays` ahead, and not over. */
export function isNear(day: string, today: string): boolean {
  const left = Temporal.PlainDate.from(today).until(day).days
  return left >= 0 && left <= warnDays
}
