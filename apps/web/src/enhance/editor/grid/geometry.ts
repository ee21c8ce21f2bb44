import type { Axis, Block, DayLayout, Scale, SlotBox } from './types.ts'

/** Pixels from the upper left corner of the grid's first cell. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Other times than those of slots fall on multiples of this. */
export const stepMinutes = 5

type Placed = Pick<Block, 'start' | 'end' | 'column'> & Partial<Pick<Block, 'lane' | 'lanes'>>

/** Where something of a day is drawn. */
export function boxOf({ start, end, column, lane = 0, lanes = 1 }: Placed, layout: DayLayout, scale: Scale): Box {
  const width = (column === null ? layout.columns.length : 1) * scale.column
  return {
    left: (column ?? 0) * scale.column + (lane * width) / lanes,
    top: (start - layout.axis.from) * scale.minute,
    width: width / lanes,
    height: (end - start) * scale.minute,
  }
}

/** The size of a whole day. */
export function sizeOf({ axis, columns }: DayLayout, scale: Scale): Pick<Box, 'width' | 'height'> {
  return { width: columns.length * scale.column, height: (axis.to - axis.from) * scale.minute }
}

/** The column at `left` pixels; the first or the last where there is none. */
export function columnAt(left: number, columns: number, scale: Scale): number {
  return Math.max(0, Math.min(columns - 1, Math.floor(left / scale.column)))
}

/** The time at `top` pixels, in wall minutes. */
export function minuteAt(top: number, axis: Axis, scale: Scale): number {
  return axis.from + top / scale.minute
}

function roundTo(minute: number, step: number): number {
  return Math.round(minute / step) * step
}

/**
 * When a session begins that is let go of: at the start of the slot that `pointer` lies in; of several, the one whose start is
 * nearest to `start`; else at the multiple of five minutes nearest to `start`. All in wall minutes.
 */
export function snap(start: number, pointer: number, slots: readonly Pick<SlotBox, 'start' | 'end'>[]): number {
  const around = slots.filter((slot) => slot.start <= pointer && pointer < slot.end)
  const nearest = around.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]
  return nearest ? nearest.start : roundTo(start, stepMinutes)
}

/** How long a session is whose lower edge is let go of at `end`: never shorter than five minutes. Ends of slots within reach count. */
export function snapLength(start: number, end: number, slots: readonly Pick<SlotBox, 'end'>[]): number {
  const near = slots.find((slot) => Math.abs(slot.end - end) < stepMinutes && slot.end > start)
  const until = near ? near.end : roundTo(end - start, stepMinutes) + start
  return Math.min(1_440, Math.max(stepMinutes, until - start))
}

/** How far to scroll in one frame while something is held near an edge: more, the nearer; 0 away from both. */
export function edgeSpeed(position: number, from: number, to: number): number {
  const reach = Math.min(56, (to - from) / 4)
  const before = from + reach - position
  const after = position - (to - reach)
  const most = 18
  if (before > 0) return -Math.ceil((Math.min(before, reach) / reach) * most)
  return after > 0 ? Math.ceil((Math.min(after, reach) / reach) * most) : 0
}
