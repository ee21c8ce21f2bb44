/** How much a search may do. `work` is counted in steps of the search itself, so that it means the same on every machine. */
export type Limits = {
  /** Most work units; one is about two nanoseconds of the machine the README names. */
  readonly work: number
  /** Most CPU seconds, read from `clock`. Only a stop for slow machines: it makes a run depend on its machine. */
  readonly cpuSeconds?: number
  /** CPU seconds used so far by this process. */
  readonly clock?: () => number
  /** Asked now and then; true ends the search with the best plan so far. */
  readonly cancelled?: () => boolean
}

/**
 * `clock`: the CPU limit ended the run or shortened it, so another machine may plan differently. `optimal`: everything has a place,
 * and nothing can be better.
 */
export type Ending = 'work done' | 'clock' | 'cancelled' | 'optimal'

/** How a run ended that left out so many: with any of them its costs may be the least, the plan is not. */
export function endingOf({ ending }: { readonly ending: Ending }, unplaced: number): Ending {
  return ending === 'optimal' && unplaced > 0 ? 'work done' : ending
}

/** Watches the limits of one run. */
export class Budget {
  readonly limits: Limits
  readonly #begun: number
  #lap = { seconds: 0, spent: 0 }
  spent = 0
  ending: Ending = 'work done'

  constructor(limits: Limits) {
    this.limits = limits
    this.#begun = limits.clock?.() ?? 0
  }

  /** Adds work; true when the run has to end. Ask it every some 10,000 units: it reads the clock. */
  spend(work: number): boolean {
    this.spent += work
    if (this.limits.cancelled?.()) this.ending = 'cancelled'
    else if (this.seconds() >= (this.limits.cpuSeconds ?? Number.POSITIVE_INFINITY)) this.ending = 'clock'
    return this.ending !== 'work done' || this.spent >= this.limits.work
  }

  /** CPU seconds since the run began; 0 without a clock. */
  seconds(): number {
    return (this.limits.clock?.() ?? 0) - this.#begun
  }

  /** What is left of the work. */
  left(): number {
    return Math.max(0, this.limits.work - this.spent)
  }

  /** From here on the pace counts: called when the work changes its kind. */
  lap(): void {
    this.#lap = { seconds: this.seconds(), spent: this.spent }
  }

  /**
   * How much of the work that is left can be done in time: all of it, or what the pace since the last lap makes of the time that is
   * left, where that is clearly less. A search spreads what it still has to do over this, rather than being cut off before it has cooled.
   */
  reachable(): number {
    const { cpuSeconds } = this.limits
    const left = this.left()
    const done = this.spent - this.#lap.spent
    if (cpuSeconds === undefined || done === 0) return left
    const reachable = (Math.max(0, cpuSeconds - this.seconds()) * done) / (this.seconds() - this.#lap.seconds)
    return reachable * 1.1 < left ? reachable : left
  }
}
