import type { Budget } from './budget.ts'
import type { Landscape } from './landscape.ts'
import { MoveShares } from './move-shares.ts'
import type { Random } from './random.ts'

/** `share`: part of the cooling that is done, 0 to 1. `cost`: the best so far. */
export type Progress = { readonly share: number; readonly cost: number; readonly temperature: number }

const blocks = 400
const leastBlock = 20_000
/** Also how much is done between two looks at the clock and at a wish to stop. */
const mostBlock = 2_000_000
const logTable = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096))

const rehearsal = {
  /** Part of the whole work that one step takes, and the most steps. */
  share: 0.0025,
  steps: 60,
  cooling: 0.84,
  /** Acceptance of worsening moves it begins at (anything goes) and ends at (frozen). */
  acceptance: 0.5,
  frozen: 0.0005,
}
/**
 * Where a run takes its time, told by how much of the whole fall of the cost has happened: from `begin` to `knee` for
 * `kneeShare` of the work, then to `end`.
 */
export type Course = { readonly begin: number; readonly knee: number; readonly end: number; readonly kneeShare: number }

/** For feasible timetables that lock into each other: order forms early and all at once, and is never mended later. */
export const earlyOrder: Course = { begin: 0.25, knee: 0.85, end: 0.998, kneeShare: 0.75 }

/** For plans whose sessions can always change places: most is won in the last part of the fall. */
export const lateOrder: Course = { begin: 0.6, knee: 0.97, end: 0.9999, kneeShare: 0.6 }

/** The same with temperatures in place of shares of the fall: where the run proper begins, turns and ends. */
type Range = Course

function temperatureAt({ begin, knee, end, kneeShare }: Range, share: number): number {
  return share < kneeShare
    ? begin * (knee / begin) ** (share / kneeShare)
    : knee * (end / knee) ** ((share - kneeShare) / (1 - kneeShare))
}

type Worked = { work: number; worse: number; accepted: number; cost: number }

/**
 * Simulated annealing that finds its temperatures itself: a rehearsal cools quickly from where half of the worsening moves
 * are made, and shows between which temperatures the cost falls; the run proper takes its time there. The right
 * temperatures differ twentyfold between problems, the shape of this fall does not. It counts work and not time, so the same seed
 * repeats exactly. Ends in the best state seen.
 */
export class Annealing {
  readonly #landscape: Landscape
  readonly #random: Random
  readonly #shares: MoveShares
  #best: number
  #temperature = 1

  constructor(landscape: Landscape, random: Random) {
    this.#landscape = landscape
    this.#random = random
    this.#shares = new MoveShares(landscape.kinds)
    this.#best = landscape.cost
    landscape.keep()
  }

  /** Anneals until the budget ends or the bound is reached, and leaves the landscape in the best state seen; `budget.ending` says why it ended. */
  run(budget: Budget, course: Course, onProgress?: (progress: Progress) => void): void {
    const landscape = this.#landscape
    budget.lap()
    if (budget.left() > 0 && landscape.cost > landscape.bound) {
      const range = this.#rehearse(budget, course)
      if (range) this.#cool(budget, range, onProgress)
    }
    if (this.#best <= landscape.bound) budget.ending = 'optimal'
    landscape.recall()
  }

  /** Cools once, quickly, and returns the temperatures between which the cost falls; undefined when the search is over. */
  #rehearse(budget: Budget, course: Course): Range | undefined {
    const work = Math.max(leastBlock, budget.left() * rehearsal.share)
    if (!this.#heatUp(budget, Math.min(mostBlock, work / 4))) return undefined
    const falls: { temperature: number; cost: number }[] = []
    for (let step = 0; step < rehearsal.steps; step++) {
      let sum = 0
      let done = 0
      let worse = 0
      let accepted = 0
      while (done < work) {
        const worked = this.#block(Math.min(mostBlock, work))
        sum += worked.cost * worked.work
        done += worked.work
        worse += worked.worse
        accepted += worked.accepted
        if (budget.spend(worked.work) || this.#best <= this.#landscape.bound) return undefined
      }
      falls.push({ temperature: this.#temperature, cost: sum / done })
      this.#temperature *= rehearsal.cooling
      if (accepted < worse * rehearsal.frozen) break
    }
    const first = falls[0]!.cost
    const last = Math.min(...falls.map((fall) => fall.cost))
    const at = (part: number): number =>
      (falls.find((fall) => fall.cost <= first - part * (first - last)) ?? falls.at(-1)!).temperature
    return { begin: at(course.begin), knee: at(course.knee), end: at(course.end), kneeShare: course.kneeShare }
  }

  #cool(budget: Budget, range: Range, onProgress?: (progress: Progress) => void): void {
    const block = Math.min(mostBlock, Math.max(leastBlock, budget.left() / blocks))
    let share = 0
    let hurried = false
    while (share < 1 && this.#best > this.#landscape.bound) {
      this.#temperature = temperatureAt(range, share)
      const { work } = this.#block(block)
      const reachable = budget.reachable()
      hurried ||= reachable < budget.left()
      share += (1 - share) * Math.min(1, work / reachable)
      onProgress?.({ share, cost: this.#best, temperature: this.#temperature })
      if (budget.spend(work)) return
    }
    if (hurried) budget.ending = 'clock'
  }

  /** Finds the temperature at which the wanted share of worsening moves is made; false when the search is over. */
  #heatUp(budget: Budget, block: number): boolean {
    for (let round = 0; round < 16; round++) {
      const worked = this.#block(block)
      if (budget.spend(worked.work) || this.#best <= this.#landscape.bound) return false
      const measured = (worked.accepted + 0.5) / (worked.worse + 1)
      if (measured > rehearsal.acceptance * 0.8 && measured < rehearsal.acceptance * 1.2) break
      this.#temperature *= Math.min(4, Math.max(0.25, rehearsal.acceptance / measured))
    }
    return true
  }

  /** Makes moves at one temperature until about `work` is done; `cost` is the mean over it. */
  #block(work: number): Worked {
    const landscape = this.#landscape
    const random = this.#random
    const shares = this.#shares
    const begun = landscape.work
    const worse = landscape.worse
    const accepted = landscape.worseAccepted
    let sum = 0
    let samples = 0
    while (landscape.work - begun < work) {
      for (let i = 0; i < 100; i++) {
        const bits = random.next() >>> 0
        const kind = shares.pick(bits & 0xffff)
        const before = landscape.work
        const made = landscape.accepted
        landscape.step(kind, this.#temperature * logTable[bits >>> 20]!)
        shares.count(kind, landscape.work - before, landscape.accepted - made)
        if (landscape.cost < this.#best) {
          this.#best = landscape.cost
          landscape.keep()
        }
      }
      sum += landscape.cost
      samples++
    }
    shares.adapt()
    return {
      work: landscape.work - begun,
      worse: landscape.worse - worse,
      accepted: landscape.worseAccepted - accepted,
      cost: sum / samples,
    }
  }
}
