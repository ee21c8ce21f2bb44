import type { Instance } from '../instance.ts'
import type { SoftName } from '../problem.ts'
import type { Terms } from '../terms.ts'

/** A wish that a plan may break at a price. */
export type SoftConstraint = {
  readonly name: SoftName
  /** Exactly what costs one `weight`. */
  readonly meaning: string
  readonly defaultWeight: number
  /** Adds what the constraint costs, `weight` times, to the terms the engine counts. */
  contribute(instance: Instance, weight: number, terms: Terms): void
}
