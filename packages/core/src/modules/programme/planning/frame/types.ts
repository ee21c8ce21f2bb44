import type { Day, Interval } from '@fachtag/planner/conference/problem'

/** When and where a plan may put anything. */
export type Frame = {
  readonly days: readonly (Day & { readonly day: string })[]
  readonly gridMinutes: number
  /** Room → its slots; undefined where the edition has laid out none. */
  readonly slotsOf: ((roomId: string) => readonly Interval[]) | undefined
}
