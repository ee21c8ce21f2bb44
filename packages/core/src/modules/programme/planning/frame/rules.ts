import type { Slot } from '../../circumstances/types.ts'
import { wallMinutes, wallTimeOf } from '../../grid/rules.ts'
import { usualMinutes } from '../staying/rules.ts'
import type { PlanningInput, PlanTask } from '../types.ts'
import type { Frame } from './types.ts'

const usualDay = { from: '09:00', until: '17:00' } as const
const halfADay = 240

type Window = { readonly day: string; readonly from: number; readonly until: number; readonly slots: readonly Slot[] }

function boundsOf(
  list: readonly { readonly startsAt: string | null; readonly durationMinutes: number | null }[],
): { readonly from: number; readonly until: number } | null {
  if (list.length === 0) return null
  const starts = list.map(({ startsAt }) => wallMinutes(startsAt!))
  const ends = list.map(({ durationMinutes }, i) => starts[i]! + (durationMinutes ?? usualMinutes))
  return { from: Math.min(...starts), until: Math.max(...ends) }
}

function windowOf(day: string, { board, circumstances }: PlanningInput): Window {
  const { pace } = circumstances
  const slots = board.slots.filter((slot) => slot.day === day)
  const placed = board.programme.sessions.filter(
    (one) => one.day === day && one.startsAt !== null && one.state !== 'cancelled',
  )
  const known = boundsOf([...slots, ...placed])
  const usual = { from: wallMinutes(`${day}T${usualDay.from}`), until: wallMinutes(`${day}T${usualDay.until}`) }
  // A few sessions do not say how long the day is; slots do, and so does a day that is half full.
  const isTold = slots.length > 0 || (known !== null && known.until - known.from >= halfADay)
  const earliest = isTold ? known!.from : Math.min(usual.from, known?.from ?? usual.from)
  const latest = isTold ? known!.until : Math.max(usual.until, known?.until ?? usual.until)
  const from = pace.dayBegins === null ? earliest : wallMinutes(`${day}T${pace.dayBegins}`)
  const until = pace.dayEnds === null ? latest : wallMinutes(`${day}T${pace.dayEnds}`)
  return { day, from, until: Math.max(until, from + 5), slots }
}

/** Every quarter of an hour where all that is known begins and lasts so, else every five minutes. */
function gridOf({ board }: PlanningInput, windows: readonly Window[]): number {
  const times = board.programme.sessions.flatMap((session) => [
    session.durationMinutes ?? usualMinutes,
    ...(session.startsAt === null ? [] : [wallMinutes(session.startsAt)]),
  ])
  return [...times, ...windows.map((window) => window.from)].every((minutes) => minutes % 15 === 0) ? 15 : 5
}

function* startsOf({ from, until }: Window, gridMinutes: number): Generator<number> {
  for (let start = from; start < until; start += gridMinutes) yield start
}

/** The slots that a room offers, those that every room offers included; on a day without any, the grid. */
function slotsOfRoom(roomId: string, windows: readonly Window[], gridMinutes: number) {
  return windows.flatMap((window) => {
    if (window.slots.length === 0)
      return [...startsOf(window, gridMinutes)].map((start) => ({
        from: wallTimeOf(start),
        to: wallTimeOf(window.until),
      }))
    return window.slots
      .filter((slot) => slot.roomId === null || slot.roomId === roomId)
      .map(({ startsAt, durationMinutes }) => ({
        from: startsAt,
        to: wallTimeOf(wallMinutes(startsAt) + durationMinutes),
      }))
  })
}

/**
 * The days of a plan with their bounds and starts: those of the edition, of its slots and of what is placed, without those
 * that are lost. Where a day has slots, sessions begin at them; else on a grid.
 */
export function frameOf(input: PlanningInput, task: PlanTask): Frame {
  const { programme, slots } = input.board
  const lost = new Set((task.losses ?? []).flatMap((loss) => (loss.kind === 'day' ? loss.day : [])))
  const placed = programme.sessions.flatMap((one) =>
    one.state === 'cancelled' || one.startsAt === null ? [] : (one.day ?? []),
  )
  const names = [...new Set([...input.days, ...slots.map((slot) => slot.day), ...placed])].filter(
    (day) => !lost.has(day),
  )
  const windows = names.sort().map((day) => windowOf(day, input))
  const gridMinutes = gridOf(input, windows)
  const hasSlots = windows.some((window) => window.slots.length > 0)
  return {
    gridMinutes,
    days: windows.map(({ day, from, until, slots: own }) => ({
      day,
      from: wallTimeOf(from),
      to: wallTimeOf(until),
      ...(own.length > 0 ? { starts: [...new Set(own.map((slot) => slot.startsAt))].sort() } : {}),
    })),
    slotsOf: hasSlots ? (roomId) => slotsOfRoom(roomId, windows, gridMinutes) : undefined,
  }
}
