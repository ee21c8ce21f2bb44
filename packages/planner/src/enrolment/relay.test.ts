import { expect, test } from 'vitest'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { Random } from '../search/random.ts'
import { compile } from './instance.ts'
import { madeUpEnrolment } from './made-up.ts'
import { planEnrolment } from './plan.ts'
import { Relay } from './relay.ts'
import { Timetable } from './timetable.ts'

/** A timetable whose events are mostly ordered as they happen to stand. */
function ordered(seed: number) {
  const made = madeUpEnrolment(130, 4, 40, seed)
  const plan = planEnrolment({ ...made, order: [] }, seed, { work: 3_000_000 }, 'place')
  const random = new Random(seed)
  const order = Array.from({ length: 150 }, (): [number, number] => [random.below(130), random.below(130)])
    .filter(([a, b]) => plan.slot[a] !== plan.slot[b])
    .map(([a, b]): [number, number] => (plan.slot[a]! < plan.slot[b]! ? [a, b] : [b, a]))
  const problem = { ...made, order }
  const timetable = new Timetable(compile(problem))
  plan.slot.forEach((slot, event) => {
    timetable.place(event, slot, plan.room[event]!)
  })
  return { problem, timetable, random }
}

test('relays move two events through three slots, keep every rule, orders between the two included, and cost what they say', () => {
  let made = 0
  for (let seed = 1; seed <= 4; seed++) {
    const { problem, timetable, random } = ordered(seed)
    const relay = new Relay(timetable, random)
    for (let i = 0; i < 40_000; i++) {
      const before = timetable.slot.slice()
      const delta = relay.propose(random.below(130))
      if (Number.isNaN(delta) || !relay.make()) continue
      timetable.cost += delta
      made++
      const moved = [...before.keys()].filter((event) => before[event] !== timetable.slot[event])
      expect(new Set(moved.flatMap((event) => [before[event], timetable.slot[event]])).size).toBe(3)
      expect(moved.length).toBe(2)
      if (made % 20 !== 0) continue
      const verdict = judgeEnrolment(problem, { slot: [...timetable.slot], room: [...timetable.room] })
      expect(verdict).toEqual({ violations: [], distance: 0, softCost: timetable.cost })
    }
  }
  expect(made).toBeGreaterThan(500)
})
