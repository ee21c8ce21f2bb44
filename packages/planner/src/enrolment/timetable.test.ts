import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { Random } from '../search/random.ts'
import { compile } from './instance.ts'
import { madeUpEnrolment } from './made-up.ts'
import { never, Timetable } from './timetable.ts'

const bytes = ({ slot, room, cell, size, conflicts, open, dayBits, cost }: Timetable): string =>
  [slot, room, cell, size, conflicts, open, dayBits].map((array) => array.join()).join('/') + cost

/** A timetable with every event that finds a free cell without a neighbour in its slot. */
function filled(seed: number, events = 60) {
  const problem = madeUpEnrolment(events, 3, 25, seed)
  const timetable = new Timetable(compile(problem))
  const random = new Random(seed)
  for (let event = 0; event < events; event++) {
    const slots = problem.available[event]!
    const slot = slots[random.below(slots.length)]!
    const { start, items } = timetable.instance.roomsOf
    const room = items[start[event]! + random.below(start[event + 1]! - start[event]!)]!
    const isFree = timetable.cell[slot * 3 + room] === -1 && timetable.conflicts[event * 45 + slot] === 0
    if (isFree) timetable.place(event, slot, room)
  }
  return { problem, timetable, random }
}

function recount(problem: ReturnType<typeof madeUpEnrolment>, { slot, room }: Timetable): number {
  return judgeEnrolment(problem, { slot: [...slot], room: [...room] }).softCost
}

const seeds = fc.integer({ min: 1, max: 100_000 })

describe('a timetable', () => {
  test('costs what the checker counts, event by event', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, timetable, random } = filled(seed)
        expect(timetable.cost).toBe(recount(problem, timetable))
        for (let event = 0; event < 60; event++) {
          if (timetable.slot[event] === -1 || random.below(3) > 0) continue
          timetable.remove(event)
          expect(timetable.cost).toBe(recount(problem, timetable))
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is as empty as a new one when everything is taken out', () => {
    const { timetable } = filled(3)
    for (const event of timetable.slot.keys()) if (timetable.slot[event] !== -1) timetable.remove(event)
    expect(bytes(timetable)).toBe(bytes(new Timetable(timetable.instance)))
  })

  test('knows how many neighbours of an event stand in each slot, and how many events do', () => {
    const { timetable } = filled(4)
    const { events, slots, adjacent, available } = timetable.instance
    for (let slot = 0; slot < slots; slot++) {
      const there = [...timetable.slot.keys()].filter((event) => timetable.slot[event] === slot)
      expect(timetable.size[slot]).toBe(there.length)
      for (let event = 0; event < events; event++) {
        const neighbours = there.filter((other) => adjacent[event * events + other] === 1)
        const closed = available[event * slots + slot] === 1 ? 0 : never
        expect(timetable.conflicts[event * slots + slot]).toBe(closed + neighbours.length)
      }
    }
    for (let event = 0; event < events; event++) {
      const row = timetable.conflicts.subarray(event * slots, (event + 1) * slots)
      expect(timetable.open[event]).toBe(row.filter((count) => count === 0).length)
    }
  })

  test('says the price of a move before it is made, within a day and from day to day', () => {
    let made = { within: 0, across: 0 }
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, timetable, random } = filled(seed)
        for (let tries = 0; tries < 60; tries++) {
          const event = random.below(60)
          const [from, to] = [timetable.slot[event]!, random.below(45)]
          const room = [0, 1, 2].find((one) => timetable.cell[to * 3 + one] === -1)
          if (from === -1 || from === to || room === undefined || timetable.conflicts[event * 45 + to]! > 0) continue
          const price = timetable.priceMove(event, from, to)
          const before = timetable.cost
          timetable.remove(event)
          timetable.place(event, to, room)
          expect(timetable.cost - before).toBe(price)
          expect(timetable.cost).toBe(recount(problem, timetable))
          const isWithin = Math.floor(from / 9) === Math.floor(to / 9)
          made = { within: made.within + Number(isWithin), across: made.across + Number(!isWithin) }
        }
      }),
      { numRuns: 20, seed: 1 },
    )
    expect(made.within).toBeGreaterThan(20)
    expect(made.across).toBeGreaterThan(100)
  })

  test('booked elsewhere and back is what it was, students included', () => {
    const { timetable, random } = filled(6)
    const before = bytes(timetable)
    let moved = 0
    for (let tries = 0; tries < 200; tries++) {
      const event = random.below(60)
      const [from, to] = [timetable.slot[event]!, random.below(45)]
      if (from === -1 || from === to || timetable.conflicts[event * 45 + to]! > 0) continue
      timetable.flipStudents(event, from, to)
      timetable.rebook(event, from, to)
      expect(bytes(timetable)).not.toBe(before)
      timetable.rebook(event, to, from)
      timetable.flipStudents(event, to, from)
      expect(bytes(timetable)).toBe(before)
      moved++
    }
    expect(moved).toBeGreaterThan(30)
  })
})
