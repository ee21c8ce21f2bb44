import { expect, test } from 'vitest'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { Budget } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { Exchange } from './exchange.ts'
import { compile } from './instance.ts'
import { EnrolmentLandscape } from './landscape.ts'
import { madeUpEnrolment } from './made-up.ts'
import { Relay } from './relay.ts'
import { Timetable } from './timetable.ts'

function start(seed: number, events = 120) {
  const problem = madeUpEnrolment(events, 4, 60, seed)
  const random = new Random(seed)
  const timetable = new Timetable(compile(problem))
  const unplaced = new Construction(timetable, random).run(new Budget({ work: 1e9 }))
  return { problem, timetable, unplaced, random, landscape: new EnrolmentLandscape(timetable, random) }
}

const bytes = ({ slot, room, cell, size, conflicts, open, dayBits, cost }: Timetable): Buffer =>
  Buffer.concat([
    ...[slot, room, cell, size, conflicts, open, dayBits].map((array) => Buffer.from(array.buffer.slice(0))),
    Buffer.from(String(cost)),
  ])

test('over 100,000 random moves of every kind the cost stays what the independent checker counts', () => {
  const { problem, timetable, unplaced, random, landscape } = start(1)
  expect(unplaced).toEqual([])
  for (let move = 0; move < 100_000; move++) {
    landscape.step(random.below(landscape.kinds), random.below(12))
    if (move % 1_000 !== 0) continue
    const verdict = judgeEnrolment(problem, { slot: [...timetable.slot], room: [...timetable.room] })
    expect(verdict).toEqual({ violations: [], distance: 0, softCost: timetable.cost })
  }
  expect(landscape.accepted).toBeGreaterThan(5_000)
})

test('the conflict counts and the days of students stay what a rebuilt timetable has', () => {
  const { timetable, random, landscape } = start(2)
  for (let move = 0; move < 30_000; move++) landscape.step(random.below(landscape.kinds), random.below(12))
  const rebuilt = new Timetable(timetable.instance)
  timetable.slot.forEach((slot, event) => {
    rebuilt.place(event, slot, timetable.room[event]!)
  })
  expect(bytes(timetable).equals(bytes(rebuilt))).toBe(true)
})

test('a move that is not made leaves every byte as it was', () => {
  const { timetable, random, landscape } = start(3)
  const before = bytes(timetable)
  const evaluated = landscape.evaluated
  for (let move = 0; move < 40_000; move++) {
    landscape.step(random.below(landscape.kinds), Number.NEGATIVE_INFINITY)
    if (move % 100 === 0) expect(before.equals(bytes(timetable))).toBe(true)
  }
  expect(landscape.evaluated - evaluated).toBeGreaterThan(3_000)
})

test('a move that the rooms refuse leaves every byte as it was', () => {
  const { timetable, random } = start(5, 168)
  const exchange = new Exchange(timetable, random, 10)
  const relay = new Relay(timetable, random)
  let refused = 0
  for (let move = 0; move < 60_000; move++) {
    const event = random.below(timetable.instance.events)
    const neighbourhood = move % 4 === 0 ? relay : exchange
    const delta = move % 4 === 0 ? relay.propose(event) : exchange.propose(event, 10)
    if (Number.isNaN(delta)) continue
    const before = bytes(timetable)
    if (neighbourhood.make()) timetable.cost += delta
    else {
      refused++
      expect(before.equals(bytes(timetable))).toBe(true)
    }
  }
  expect(refused).toBeGreaterThan(100)
})

test('going back to the best state restores every byte', () => {
  const { timetable, random, landscape } = start(4)
  landscape.keep()
  const before = bytes(timetable)
  for (let move = 0; move < 5_000; move++) landscape.step(random.below(landscape.kinds), 20)
  expect(before.equals(bytes(timetable))).toBe(false)
  landscape.recall()
  expect(before.equals(bytes(timetable))).toBe(true)
})
