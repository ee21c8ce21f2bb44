import type { Instance } from './instance.ts'
import { unmatched } from './matching.ts'
import type { EnrolmentProblem } from './problem.ts'

/** A proof that not every event can have a place. */
export type Impossible =
  | { readonly kind: 'no slot' | 'no room'; readonly event: number }
  /** The events before and after this one leave it no slot that it may take. */
  | { readonly kind: 'order'; readonly event: number }
  /** The events of a student cannot all have different slots; `missing` of them have to stay out. */
  | { readonly kind: 'student'; readonly student: number; readonly missing: number }
  /** Even if nobody attended two events, `missing` events would find no slot and room together. */
  | { readonly kind: 'places'; readonly missing: number }

/** Beyond this many events a matching of all of them would take long, and deep recursion. */
const mostMatched = 2_000

/**
 * What proves that a problem cannot be solved: empty when nothing simple does, which does not mean that it can be.
 */
export function whyImpossible(problem: EnrolmentProblem, instance: Instance): Impossible[] {
  const found: Impossible[] = []
  for (let event = 0; event < instance.events; event++) {
    if (slotsOf(instance, event).length === 0) found.push({ kind: 'no slot', event })
    else if (roomsOf(instance, event).length === 0) found.push({ kind: 'no room', event })
  }
  for (const event of squeezed(instance, problem.order)) found.push({ kind: 'order', event })
  for (const [student, events] of problem.enrolments.entries()) {
    const placeable = events.filter((event) => slotsOf(instance, event).length > 0)
    const missing = unmatched(placeable.length, instance.slots, (one) => slotsOf(instance, placeable[one]!))
    if (missing > 0) found.push({ kind: 'student', student, missing })
  }
  const missing = tooFewPlaces(instance)
  if (missing > 0) found.push({ kind: 'places', missing })
  return found
}

function slotsOf({ slotsOf: { start, items } }: Instance, event: number): number[] {
  return [...items.subarray(start[event]!, start[event + 1]!)]
}

function roomsOf({ roomsOf: { start, items } }: Instance, event: number): number[] {
  return [...items.subarray(start[event]!, start[event + 1]!)]
}

/** Events whose first possible slot comes after their last, reckoned along the order from both ends. */
function squeezed(instance: Instance, order: EnrolmentProblem['order']): number[] {
  const slots = Array.from({ length: instance.events }, (_, event) => slotsOf(instance, event).sort((a, b) => a - b))
  const first = slots.map((own) => own[0] ?? instance.slots)
  const last = slots.map((own) => own.at(-1) ?? -1)
  let settled = false
  while (!settled) {
    settled = true
    for (const [a, b] of order) {
      if (first[b]! <= first[a]! && first[b]! < instance.slots) {
        first[b] = slots[b]!.find((slot) => slot > first[a]!) ?? instance.slots
        settled = false
      }
      if (last[a]! >= last[b]! && last[a]! >= 0) {
        last[a] = slots[a]!.findLast((slot) => slot < last[b]!) ?? -1
        settled = false
      }
    }
  }
  return [...slots.keys()].filter((event) => slots[event]!.length > 0 && first[event]! > last[event]!)
}

function tooFewPlaces(instance: Instance): number {
  if (instance.events > mostMatched) return 0
  const possible = Array.from({ length: instance.events }, (_, event) => event)
    .map((event) => ({ slots: slotsOf(instance, event), rooms: roomsOf(instance, event) }))
    .filter(({ slots, rooms }) => slots.length > 0 && rooms.length > 0)
    .map(({ slots, rooms }) => slots.flatMap((slot) => rooms.map((room) => slot * instance.rooms + room)))
  return unmatched(possible.length, instance.slots * instance.rooms, (one) => possible[one]!)
}
