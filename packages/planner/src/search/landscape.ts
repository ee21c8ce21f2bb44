/**
 * What annealing needs of a problem: a state that makes small random moves. Every problem family has its own, written
 * for speed; the search knows none of them.
 */
export interface Landscape {
  /** Cost of the present state; never below `bound`. */
  readonly cost: number
  /** A cost that no state can be below. */
  readonly bound: number
  /** How many kinds of moves `step` knows. */
  readonly kinds: number
  /** Moves whose cost was computed, and moves made, so far. */
  readonly evaluated: number
  readonly accepted: number
  /** Moves of a positive change evaluated and made, so far: the acceptance that tells how hot the search is. */
  readonly worse: number
  readonly worseAccepted: number
  /** Work done so far, in the units of `Limits`. */
  readonly work: number
  /** Proposes one random move of a kind and makes it when it is allowed and costs at most `threshold`. */
  step(kind: number, threshold: number): void
  /** Remembers the present state as the best. */
  keep(): void
  /** Goes back to the state remembered last. */
  recall(): void
}
