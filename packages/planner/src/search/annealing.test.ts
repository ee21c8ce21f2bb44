import { expect, test } from 'vitest'
import { Annealing, lateOrder } from './annealing.ts'
import { Budget } from './budget.ts'
import type { Landscape } from './landscape.ts'
import { Random } from './random.ts'

/** Bits in a ring; every pair of equal neighbours costs one. The best is an alternating ring. */
class Ring implements Landscape {
  readonly bound = 0
  readonly kinds = 2
  evaluated = 0
  accepted = 0
  worse = 0
  worseAccepted = 0
  work = 0
  readonly bits = new Uint8Array(64)
  #best = new Uint8Array(64)
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  get cost(): number {
    return this.bits.reduce((sum, bit, i) => sum + Number(bit === this.bits[(i + 1) % 64]), 0)
  }

  step(kind: number, threshold: number): void {
    const at = this.#random.below(64)
    const flips = kind === 0 ? [at] : [at, (at + 1) % 64]
    const before = this.cost
    for (const i of flips) this.bits[i]! ^= 1
    const delta = this.cost - before
    this.evaluated++
    this.work += 400
    if (delta > 0) this.worse++
    if (delta > threshold) for (const i of flips) this.bits[i]! ^= 1
    else {
      this.accepted++
      if (delta > 0) this.worseAccepted++
    }
  }

  keep(): void {
    this.#best = this.bits.slice()
  }

  recall(): void {
    this.bits.set(this.#best)
  }
}

test('finds the best state of a small landscape and says that it is the best', () => {
  const random = new Random(1)
  const ring = new Ring(random)
  const budget = new Budget({ work: 40_000_000 })
  new Annealing(ring, random).run(budget, lateOrder)
  expect(ring.cost).toBe(0)
  expect(budget.ending).toBe('optimal')
})

test('ends in the best state it has seen, at the work it was given', () => {
  const random = new Random(2)
  const ring = new Ring(random)
  Object.assign(ring, { bound: -1 })
  const budget = new Budget({ work: 3_000_000 })
  const seen: number[] = []
  new Annealing(ring, random).run(budget, lateOrder, ({ cost }) => seen.push(cost))
  expect(ring.cost).toBe(seen.at(-1))
  expect(budget.spent).toBeGreaterThanOrEqual(3_000_000)
  expect(budget.spent).toBeLessThan(3_200_000)
})

test('a clock that runs fast shortens the run instead of cutting it off hot', () => {
  const random = new Random(3)
  const ring = new Ring(random)
  Object.assign(ring, { bound: -1 })
  let now = 0
  const budget = new Budget({
    work: 400_000_000,
    cpuSeconds: 1,
    clock: () => {
      now += 0.004
      return now
    },
  })
  new Annealing(ring, random).run(budget, lateOrder)
  expect(budget.spent).toBeLessThan(150_000_000)
  expect(budget.ending).toBe('clock')
  expect(ring.cost).toBe(0)
})

test('what a move may cost is drawn as Metropolis has it: the temperature times the negative logarithm of chance', () => {
  const random = new Random(7)
  const ring = new Ring(random)
  const drawn: number[] = []
  const step = ring.step.bind(ring)
  ring.step = (kind, threshold) => {
    drawn.push(threshold)
    step(kind, threshold)
  }
  new Annealing(ring, random).run(new Budget({ work: 1_600_000_000, cancelled: () => drawn.length > 2_000 }), lateOrder)
  const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
  const shareAbove = (times: number) => drawn.filter((one) => one > times * mean).length / drawn.length
  expect(mean).toBeCloseTo(1, 1)
  for (const times of [0.5, 1, 2]) expect(shareAbove(times)).toBeCloseTo(Math.exp(-times), 1)
})
