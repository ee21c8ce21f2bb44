import type { TimefoldProblem, TimefoldSlot } from './problem.ts'

/** How two slots lie to each other; every table is slots × slots. */
export type SlotTables = {
  readonly minutes: Int32Array
  readonly overlap: Int32Array
  readonly sameDay: Uint8Array
  /** 1 where the row's slot ends after the column's begins. */
  readonly endsAfterStart: Uint8Array
  /** 1 where a speaker has no sufficient pause between the two. */
  readonly tooClose: Uint8Array
}

const minute = ({ day }: TimefoldSlot, time: string): number => Date.parse(`${day}T${time.slice(0, 5)}:00Z`) / 60_000

/** How every two slots of the problem lie to each other, in minutes where it is not yes or no. */
export function slotTables({ timeslots, pause }: TimefoldProblem): SlotTables {
  const count = timeslots.length
  const spans = timeslots.map((slot) => ({ from: minute(slot, slot.start), to: minute(slot, slot.end) }))
  const overlap = new Int32Array(count * count)
  const sameDay = new Uint8Array(count * count)
  const endsAfterStart = new Uint8Array(count * count)
  const tooClose = new Uint8Array(count * count)
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      const one = spans[a]!
      const two = spans[b]!
      const shared = Math.min(one.to, two.to) - Math.max(one.from, two.from)
      const at = a * count + b
      overlap[at] = Math.max(0, shared)
      sameDay[at] = Number(timeslots[a]!.day === timeslots[b]!.day)
      endsAfterStart[at] = Number(one.to > two.from)
      tooClose[at] = Number(shared > 0 || (sameDay[at] === 1 && -shared < pause))
    }
  }
  return { minutes: Int32Array.from(spans, ({ from, to }) => to - from), overlap, sameDay, endsAfterStart, tooClose }
}
