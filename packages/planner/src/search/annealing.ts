import type { Budget } from './budget.ts'
import type { Landscape } from './landscape.ts'
import { MoveShares } from './move-shares.ts'
import type { Random } from './random.ts'

/**
 * How hot a search is, said without a temperature: the share of worsening moves that are made. It means the same on
 * every problem, where the right temperatures differ twentyfold.
 */
export type Heat = { readonly from: number; readonly to: number }

export type Progress = { readonly share: number; readonly cost: number; readonly temperature: number }

/** From a fifth of the worsening moves (anything goes) to one in a thousand (frozen). */
export const fullHeat: Heat = { from: Number(process.env.HF ?? 0.3), to: Number(process.env.HT ?? 0.001) }

const blocks = 400
const logTable = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096))

/**
 * Simulated annealing whose temperature follows the acceptance: after every block of work the temperature is corrected
 * so that the share of worsening moves made falls from `heat.from` to `heat.to`, evenly on a logarithmic scale, over the
 * budget (after Lam and Delosme 1988). It counts work and not time, so the same seed repeats exactly.
 * Ends in the best state seen.
 */
export class Annealing {
  readonly #landscape: Landscape
  readonly #random: Random
  readonly #shares: MoveShares
  #best: number
  temperature = 1

  constructor(landscape: Landscape, random: Random) {
    this.#landscape = landscape
    this.#random = random
    this.#shares = new MoveShares(landscape.kinds)
    this.#best = landscape.cost
    landscape.keep()
  }

  run(budget: Budget, heat: Heat = fullHeat, onProgress?: (progress: Progress) => void): void {
    const landscape = this.#landscape
    let left = budget.left()
    const total = left
    const block = Math.max(20_000, total / blocks)
    this.#warmUp(budget, heat.from, block / 4)
    left = budget.left()
    let done = 0
    while (landscape.cost > landscape.bound) {
      const share = done / left
      const target = heat.from * (heat.to / heat.from) ** Math.min(1, share)
      const worked = this.#block(block)
      done += worked.work * budget.lag()
      this.#correct(worked, target)
      onProgress?.({ share, cost: this.#best, temperature: this.temperature })
      if (budget.spend(worked.work) || done >= left) break
    }
    if (landscape.cost <= landscape.bound) budget.ending = 'optimal'
    landscape.recall()
  }

  /** Finds the temperature at which the wanted share of worsening moves is made. */
  #warmUp(budget: Budget, target: number, block: number): void {
    for (let round = 0; round < 12; round++) {
      const worked = this.#block(block)
      const measured = (worked.accepted + 0.5) / (worked.worse + 1)
      const factor = Math.min(4, Math.max(0.25, (target / measured) ** 0.7))
      this.temperature *= factor
      if (budget.spend(worked.work) || this.#landscape.cost <= this.#landscape.bound) return
      if (factor > 0.8 && factor < 1.25) return
    }
  }

  #correct(worked: { worse: number; accepted: number }, target: number): void {
    const measured = (worked.accepted + 0.5) / (worked.worse + 1)
    this.temperature *= Math.min(1.2, Math.max(0.85, (target / measured) ** 0.3))
  }

  /** Makes moves at one temperature until about `work` is done. */
  #block(work: number): { work: number; worse: number; accepted: number } {
    const landscape = this.#landscape
    const random = this.#random
    const shares = this.#shares
    const begun = landscape.work
    const worse = landscape.worse
    const accepted = landscape.worseAccepted
    while (landscape.work - begun < work) {
      for (let i = 0; i < 100; i++) {
        const bits = random.next() >>> 0
        const kind = shares.pick(bits & 0xffff)
        const before = landscape.work
        const made = landscape.accepted
        landscape.step(kind, this.temperature * logTable[bits >>> 20]!)
        shares.count(kind, landscape.work - before, landscape.accepted - made)
        if (landscape.cost < this.#best) {
          this.#best = landscape.cost
          landscape.keep()
        }
      }
    }
    shares.adapt()
    return {
      work: landscape.work - begun,
      worse: landscape.worse - worse,
      accepted: landscape.worseAccepted - accepted,
    }
  }
}
