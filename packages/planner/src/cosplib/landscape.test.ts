import { describe, expect, test } from 'vitest'
import { scoreCosplib } from '../checker/cosplib.ts'
import { Budget } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { compile } from './instance.ts'
import { CosplibLandscape } from './landscape.ts'
import { madeUpCosplib } from './made-up.ts'
import { planOf } from './plan.ts'
import { searchPrice, truePrice } from './prices.ts'
import { CosplibState } from './state.ts'

function start(seed: number, price = truePrice) {
  const problem = madeUpCosplib(70, seed)
  const random = new Random(seed)
  const state = new CosplibState(compile(problem, price))
  expect(new Construction(state, random).run(new Budget({ work: 20_000_000 }))).toEqual([])
  return { problem, random, state, landscape: new CosplibLandscape(state, random) }
}

const bytes = (state: CosplibState): string =>
  [state.cell, state.start, state.slot, state.track, state.held, state.inSession, state.inRoom, state.roomsUsed]
    .map((array) => Buffer.from(array.buffer).toString('base64'))
    .join() + state.beside.join()

describe('over 100,000 random moves', () => {
  test('the cost stays what a recount and the independent checker say, and the plan stays a plan', () => {
    const { problem, random, state, landscape } = start(1)
    for (let move = 0; move < 100_000; move++) {
      landscape.step(random.below(landscape.kinds), random.below(3_000))
      if (move % 2_000 !== 0) continue
      expect(landscape.cost).toBe(state.recount())
      const { objective, broken } = scoreCosplib(problem, planOf(state))
      expect({ objective, broken }).toEqual({ objective: landscape.cost, broken: [] })
    }
    expect(landscape.accepted).toBeGreaterThan(10_000)
  })

  test('the cost stays what a recount says with the prices of the search', () => {
    const { random, state, landscape } = start(2, searchPrice)
    for (let move = 0; move < 100_000; move++) {
      landscape.step(random.below(landscape.kinds), random.below(5_000))
      if (move % 1_000 === 0) expect(landscape.cost).toBe(state.recount())
    }
  })
})

test('every kind of move is made', () => {
  const { landscape } = start(3)
  for (let kind = 0; kind < landscape.kinds; kind++) {
    const before = landscape.accepted
    for (let move = 0; move < 3_000; move++) landscape.step(kind, 10_000)
    expect({ kind, made: landscape.accepted > before }).toEqual({ kind, made: true })
  }
})

test('a move that is not made leaves every byte as it was', () => {
  const { state, random, landscape } = start(4)
  const before = bytes(state)
  for (let move = 0; move < 20_000; move++) {
    landscape.step(random.below(landscape.kinds), Number.NEGATIVE_INFINITY)
    if (move % 200 === 0) expect(bytes(state)).toBe(before)
  }
  expect(landscape.evaluated).toBeGreaterThan(5_000)
})

test('going back to the best state restores every byte', () => {
  const { state, random, landscape } = start(5)
  landscape.keep()
  const before = bytes(state)
  const { cost } = landscape
  for (let round = 0; round < 20; round++) {
    for (let move = 0; move < 200; move++) landscape.step(random.below(landscape.kinds), 5_000)
    expect(bytes(state)).not.toBe(before)
    landscape.recall()
    expect(bytes(state)).toBe(before)
    expect(landscape.cost).toBe(cost)
  }
})
