import { expect, test } from 'vitest'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { Budget } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { Exchange } from './exchange.ts'
import { compile } from './instance.ts'
import { madeUpEnrolment } from './made-up.ts'
import { Timetable } from './timetable.ts'

function start(events: number, seed: number) {
  const problem = madeUpEnrolment(events, 4, 60, seed)
  const random = new Random(seed)
  const timetable = new Timetable(compile(problem))
  new Construction(timetable, random).run(new Budget({ work: 1e9 }))
  return { problem, timetable, random, exchange: new Exchange(timetable, random, 10) }
}

/** Makes every allowed exchange of `tries` proposals and tells between how many slots and events each went. */
function exchanges(events: number, seed: number, limit: number, tries: number) {
  const { problem, timetable, random, exchange } = start(events, seed)
  const made: { moved: number; slots: Set<number> }[] = []
  for (let i = 0; i < tries; i++) {
    const event = random.below(events)
    const before = timetable.slot.slice()
    const cost = exchange.propose(event, limit)
    if (Number.isNaN(cost) || !exchange.make()) continue
    timetable.cost += cost
    const moved = [...before.keys()].filter((one) => before[one] !== timetable.slot[one])
    expect(moved).toContain(event)
    made.push({ moved: moved.length, slots: new Set(moved.flatMap((one) => [before[one]!, timetable.slot[one]!])) })
  }
  const verdict = judgeEnrolment(problem, { slot: [...timetable.slot], room: [...timetable.room] })
  expect(verdict).toEqual({ violations: [], distance: 0, softCost: timetable.cost })
  return made
}

test.each([1, 2, 4, 10])('exchanges of chains of at most %d lie between two slots and break no rule', (limit) => {
  const made = exchanges(120, limit, limit, 20_000)
  expect(made.length).toBeGreaterThan(100)
  for (const { slots } of made) expect(slots.size).toBe(2)
})

test('a transfer moves one event, or swaps two', () => {
  const sizes = new Set(exchanges(150, 6, 1, 30_000).map(({ moved }) => moved))
  expect([...sizes].sort()).toEqual([1, 2])
})

test('longer chains never move one event alone: that is left to the transfer', () => {
  for (const { moved } of exchanges(120, 7, 4, 30_000)) expect(moved).toBeGreaterThan(1)
})

test('long chains do move many', () => {
  expect(Math.max(...exchanges(120, 8, 10, 30_000).map(({ moved }) => moved))).toBeGreaterThan(4)
})

test('a proposal that is refused changes nothing but the work done', () => {
  const { timetable, random, exchange } = start(120, 9)
  const before = [timetable.slot, timetable.cell, timetable.conflicts, timetable.open, timetable.dayBits].map(String)
  let work = 0
  for (let i = 0; i < 2_000; i++) {
    exchange.propose(random.below(120), 4)
    expect(exchange.work).toBeGreaterThan(work)
    work = exchange.work
  }
  const after = [timetable.slot, timetable.cell, timetable.conflicts, timetable.open, timetable.dayBits].map(String)
  expect(after).toEqual(before)
})

test('an event may move whatever the place of one that comes after it and has none', () => {
  const { timetable, exchange } = start(60, 10)
  const { after } = timetable.instance
  const followed = [...timetable.slot.keys()].filter((event) => after.start[event] !== after.start[event + 1])
  const proposals = () =>
    followed.flatMap((event) => Array.from({ length: 50 }, () => exchange.propose(event, 1))).filter(Number.isFinite)
  for (const event of followed)
    for (const later of after.items.subarray(after.start[event], after.start[event + 1]))
      if (timetable.slot[later] !== -1) timetable.remove(later)
  expect(proposals().length).toBeGreaterThan(50)
})
