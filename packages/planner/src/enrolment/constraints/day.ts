import { lastSlot } from './last-slot.ts'
import { loneEvent } from './lone-event.ts'
import { longRun } from './long-run.ts'
import type { DayConstraint } from './types.ts'

/** What students dislike, judged day by day (ITC 2002 and 2007 track 2). */
export const dayConstraints: readonly DayConstraint[] = [lastSlot, longRun, loneEvent]

/** Soft cost of one student's day; bit i of `bits` says that slot i of the day is taken. */
export function daySoftCost(bits: number, slotsPerDay: number): number {
  return dayConstraints.reduce((sum, constraint) => sum + constraint.count(bits, slotsPerDay), 0)
}
