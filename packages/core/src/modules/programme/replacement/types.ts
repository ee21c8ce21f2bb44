import type { PublishedAlone } from '../release/alone/types.ts'
import type { ProgrammeAppearance } from '../types.ts'

/** Who comes instead, and what they speak about where that is something else. */
export type StandIn = {
  /** Under an id of its own; its role, and whom it stands in for, are said by the session. */
  readonly appearance: ProgrammeAppearance
  readonly title: string | null
  /** Markdown. */
  readonly abstract: string | null
  /** Off the reserve list, and stands in somewhere already. */
  readonly isUsed: boolean
}

/**
 * `nobody`: there is nobody to be replaced: they were already, or have cancelled. `present`: who is to come has a role at
 * this session already. `used`: that entry of the reserve list stands in somewhere already. In these cases nothing was
 * written.
 */
export type ReplacementOutcome =
  | ({
      readonly kind: 'replaced'
      readonly personId: string
      /** The new appearance. */
      readonly appearanceId: string
    } & PublishedAlone)
  | { readonly kind: 'nobody' | 'present' | 'used' }
