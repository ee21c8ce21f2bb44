import { expect, test } from 'vitest'
import { scoreTimefold } from '../checker/timefold.ts'
import { Random } from '../search/random.ts'
import { compile } from './instance.ts'
import { TimefoldLandscape } from './landscape.ts'
import { madeUpTimefold } from './made-up.ts'
import { planTimefold } from './plan.ts'

const hardUnit = 2_000

function start(seed: number, talks = 40) {
  const problem = madeUpTimefold(talks, seed)
  const random = new Random(seed)
  return { problem, random, landscape: new TimefoldLandscape(compile(problem), random) }
}

const bytes = ({ state }: TimefoldLandscape): string =>
  [state.slot, state.room, state.cell, state.time, state.popular, state.stable, state.risks]
    .map((array) => Buffer.from(array.buffer).toString('base64'))
    .join()

test('over 100,000 random moves the cost stays what a recount and the independent checker say', () => {
  const { problem, random, landscape } = start(1)
  let lowestHard = 0
  for (let move = 0; move < 100_000; move++) {
    landscape.step(random.below(landscape.kinds), random.below(200_000))
    if (move % 2_000 !== 0) continue
    expect(landscape.cost).toBe(landscape.recount())
    const score = scoreTimefold(problem, { slot: [...landscape.state.slot], room: [...landscape.state.room] })
    expect(landscape.cost).toBe(-score.hard * hardUnit - score.soft)
    lowestHard = Math.min(lowestHard, score.hard)
  }
  expect(lowestHard).toBeLessThan(0)
  expect(landscape.accepted).toBeGreaterThan(5_000)
})

test('a move that is not made leaves every byte as it was', () => {
  const { random, landscape } = start(2)
  const before = bytes(landscape)
  for (let move = 0; move < 20_000; move++) {
    landscape.step(random.below(landscape.kinds), Number.NEGATIVE_INFINITY)
    if (random.below(200) === 0) expect(bytes(landscape)).toBe(before)
  }
  expect(landscape.evaluated).toBeGreaterThan(10_000)
})

test('going back to the best state restores every byte, with empty cells and without', () => {
  for (const talks of [20, 40, 47]) {
    const { random, landscape } = start(3, talks)
    landscape.keep()
    const before = bytes(landscape)
    for (let move = 0; move < 2_000; move++) landscape.step(random.below(landscape.kinds), 400_000)
    expect(bytes(landscape)).not.toBe(before)
    landscape.recall()
    expect(bytes(landscape)).toBe(before)
  }
})

test('the same seed gives the same plan, pinned talks stay, and hard constraints are kept where that is possible', () => {
  const problem = madeUpTimefold(24, 5)
  const plan = planTimefold(problem, 1, { work: 60_000_000 })
  expect(planTimefold(problem, 1, { work: 60_000_000 })).toEqual(plan)
  expect([plan.slot[0], plan.room[0]]).toEqual([1, 0])
  const kept = scoreTimefold(problem, plan).broken
  expect(kept.filter((name) => !/tags$/.test(name))).toEqual([])
})

test('too many talks for the cells and a wrong weight are named', () => {
  const problem = madeUpTimefold(40, 1)
  expect(() => start(1, 60)).toThrow('talk-left-over: talk T')
  const heavy = { ...problem.weights, 'Popular talks': '2001hard/0soft' }
  expect(() => compile({ ...problem, weights: heavy })).toThrow(
    'weight-too-large: name Popular talks, found 2001hard/0soft, hard 2000, soft 4000000',
  )
  const weights = { ...problem.weights, 'Popular talks': 'much' }
  expect(() => compile({ ...problem, weights })).toThrow('weight-wrong: name Popular talks, found much')
})
