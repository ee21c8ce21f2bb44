import type { AttendanceFigure } from '../types.ts'
import type { AttendanceSpan } from './types.ts'

/**
 * What may be said in one line about `figures`: one number, or the span that differing sources leave. A span is never
 * more exact than the least exact of its figures. Null without any figure.
 */
export function spanAttendance(
  figures: readonly Pick<AttendanceFigure, 'count' | 'qualifier'>[],
): AttendanceSpan | null {
  const counts = figures.map((figure) => figure.count)
  if (counts.length === 0) return null
  const [from, to] = [Math.min(...counts), Math.max(...counts)]
  const isRough = figures.some((figure) => figure.qualifier === 'about')
  const qualifier = isRough ? 'about' : (figures.find((figure) => figure.count === from)?.qualifier ?? 'exact')
  return { from, to: to === from ? null : to, qualifier }
}
