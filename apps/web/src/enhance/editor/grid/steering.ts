import { stepMinutes } from './geometry.ts'
import type { Block, DayLayout, Target } from './types.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The block that has the focus, and the column that one moves along: what runs across all belongs to each. */
export type Focus = { readonly id: string; readonly column: number }

const keys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The direction of an arrow key; undefined for any other. */
export function directionOf(key: string): Direction | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined
}

function ofColumn(layout: DayLayout, column: number): Block[] {
  return layout.blocks.filter((block) => block.column === column || block.column === null)
}

/** How many minutes lie between two; negative for as long as both run. */
const distance = (a: Block, b: Block) => Math.max(a.start, b.start) - Math.min(a.end, b.end)

function sideways(layout: DayLayout, block: Block, from: number, by: 1 | -1): Focus | null {
  for (let column = from + by; column >= 0 && column < layout.columns.length; column += by) {
    const own = layout.blocks.filter((one) => one.column === column)
    const nearest = own.toSorted((a, b) => distance(block, a) - distance(block, b))[0]
    if (nearest) return { id: nearest.session.id, column }
  }
  return null
}

/**
 * Where an arrow key leads from a block: up and down through what is in its column, in the order of time; left and right
 * into the next column that holds anything, to what is nearest in time. Null at an edge. Every block can be reached.
 */
export function neighbour(layout: DayLayout, focus: Focus, direction: Direction): Focus | null {
  const block = layout.blocks.find((one) => one.session.id === focus.id)
  if (!block) return firstOf(layout)
  const column = block.column ?? Math.min(focus.column, layout.columns.length - 1)
  if (direction === 'left' || direction === 'right')
    return sideways(layout, block, column, direction === 'right' ? 1 : -1)
  const list = ofColumn(layout, column)
  const next = list[list.indexOf(block) + (direction === 'down' ? 1 : -1)]
  return next ? { id: next.session.id, column } : null
}

/** The first block of a day; null where it has none. */
export function firstOf(layout: DayLayout): Focus | null {
  const [first] = layout.blocks
  return first ? { id: first.session.id, column: first.column ?? 0 } : null
}

/** The last block of a day. */
export function lastOf(layout: DayLayout): Focus | null {
  const last = layout.blocks.at(-1)
  return last ? { id: last.session.id, column: last.column ?? 0 } : null
}

function startsOf(layout: DayLayout, roomId: string | null): number[] {
  const column = layout.columns.findIndex((one) => one.roomId === roomId)
  return layout.slots.filter((slot) => slot.column === column).map((slot) => slot.start)
}

/** The next start of a slot in that direction, else five minutes on. */
function along(layout: DayLayout, { start, roomId }: Target, by: 1 | -1, isFine: boolean): number {
  const ahead = isFine ? [] : startsOf(layout, roomId).filter((one) => (one - start) * by > 0)
  const next = by > 0 ? Math.min(...ahead) : Math.max(...ahead)
  if (Number.isFinite(next)) return next
  const steps = start / stepMinutes
  return (by > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * stepMinutes
}

/**
 * What an arrow key makes of the place to which a session is being carried: up and down to the next slot of the room (five
 * minutes where it has none in that direction, or with `isFine`), left and right to the next room. It stays within the day shown.
 */
export function steer(layout: DayLayout, target: Target, direction: Direction, isFine = false): Target {
  const { axis, columns } = layout
  if (direction === 'up' || direction === 'down') {
    const start = along(layout, target, direction === 'down' ? 1 : -1, isFine)
    return { ...target, start: Math.max(axis.from, Math.min(axis.to - stepMinutes, start)) }
  }
  const from = columns.findIndex((one) => one.roomId === target.roomId)
  const to = Math.max(0, Math.min(columns.length - 1, from + (direction === 'right' ? 1 : -1)))
  return { ...target, roomId: columns[to]?.roomId ?? null }
}

/** A length made longer or shorter by one step: never less than five minutes nor more than a day. */
export function stretch(minutes: number, direction: 'up' | 'down'): number {
  const by = direction === 'down' ? 1 : -1
  const next = by > 0 ? Math.floor(minutes / stepMinutes) + 1 : Math.ceil(minutes / stepMinutes) - 1
  return Math.min(1_440, Math.max(stepMinutes, next * stepMinutes))
}

/** Where a session that has no place yet is first offered one: the first slot of the day that nothing is in, else the start of the day. */
export function firstFree(layout: DayLayout, minutes: number): Target {
  const isTaken = (column: number, start: number, end: number) =>
    layout.blocks.some(
      (block) => (block.column === null || block.column === column) && block.start < end && start < block.end,
    )
  const free = layout.slots
    .toSorted((a, b) => a.start - b.start || a.column - b.column)
    .find((slot) => !isTaken(slot.column, slot.start, slot.end))
  const roomId = layout.columns[free?.column ?? 0]?.roomId ?? null
  return { day: layout.day, start: free?.start ?? layout.axis.from + 60, minutes, roomId }
}
