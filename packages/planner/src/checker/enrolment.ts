/**
 * Judges a timetable from the problem's own lists alone. It shares no code with the engine, so that one mistake cannot
 * hide the other.
 */
export type EnrolmentVerdict = {
  /** What is broken, in words; empty for a valid timetable. */
  readonly violations: readonly string[]
  /** Students of the events left out. */
  readonly distance: number
  readonly softCost: number
}

type Problem = {
  readonly events: number
  readonly days: number
  readonly slotsPerDay: number
  readonly capacity: readonly number[]
  readonly enrolments: readonly (readonly number[])[]
  readonly roomFeatures: readonly (readonly number[])[]
  readonly eventFeatures: readonly (readonly number[])[]
  readonly available: readonly (readonly number[])[]
  readonly order: readonly (readonly [number, number])[]
}

/** ITC-2007 track 2 rules, section "the problem model" of the competition; ITC 2002 is the same without availability and order. */
export function judgeEnrolment(
  problem: Problem,
  plan: { readonly slot: readonly number[]; readonly room: readonly number[] },
): EnrolmentVerdict {
  const violations = [...placeViolations(problem, plan), ...roomDoubles(plan)]
  const seats = new Array<number>(problem.events).fill(0)
  let softCost = 0
  for (const [student, events] of problem.enrolments.entries()) {
    const taken = new Set<number>()
    for (const event of events) {
      seats[event]!++
      const slot = plan.slot[event]!
      if (slot < 0) continue
      if (taken.has(slot)) violations.push(`student ${student} is twice in slot ${slot}`)
      taken.add(slot)
    }
    softCost += studentCost(taken, problem.days, problem.slotsPerDay)
  }
  let distance = 0
  for (let event = 0; event < problem.events; event++) {
    const room = plan.room[event]!
    if (room < 0) distance += seats[event]!
    else if (seats[event]! > (problem.capacity[room] ?? Number.POSITIVE_INFINITY))
      violations.push(`event ${event} does not fit room ${room}`)
  }
  return { violations, distance, softCost }
}

function placeViolations(
  problem: Problem,
  plan: { readonly slot: readonly number[]; readonly room: readonly number[] },
): string[] {
  const found: string[] = []
  for (let event = 0; event < problem.events; event++) {
    const slot = plan.slot[event]!
    const room = plan.room[event]!
    if (slot < 0 && room < 0) continue
    if (slot < 0 || room < 0) found.push(`event ${event} has only one of slot and room`)
    else if (room >= problem.capacity.length) found.push(`event ${event} stands in no known room`)
    else {
      if (!problem.available[event]!.includes(slot)) found.push(`event ${event} may not stand in slot ${slot}`)
      for (const feature of problem.eventFeatures[event]!) {
        if (!problem.roomFeatures[room]!.includes(feature))
          found.push(`room ${room} lacks ${feature} for event ${event}`)
      }
    }
  }
  for (const [first, second] of problem.order) {
    const a = plan.slot[first]!
    const b = plan.slot[second]!
    if (a >= 0 && b >= 0 && a >= b) found.push(`event ${first} is not before event ${second}`)
  }
  return found
}

function roomDoubles(plan: { readonly slot: readonly number[]; readonly room: readonly number[] }): string[] {
  const holder = new Map<string, number>()
  return plan.slot.flatMap((slot, event) => {
    if (slot < 0) return []
    const key = `${slot}/${plan.room[event]}`
    const other = holder.get(key)
    holder.set(key, event)
    return other === undefined ? [] : [`events ${other} and ${event} share a room in slot ${slot}`]
  })
}

function studentCost(taken: ReadonlySet<number>, days: number, slotsPerDay: number): number {
  let cost = 0
  for (let day = 0; day < days; day++) {
    let events = 0
    let run = 0
    for (let position = 0; position < slotsPerDay; position++) {
      if (!taken.has(day * slotsPerDay + position)) {
        run = 0
        continue
      }
      events++
      run++
      if (run >= 3) cost++
      if (position === slotsPerDay - 1) cost++
    }
    if (events === 1) cost++
  }
  return cost
}
