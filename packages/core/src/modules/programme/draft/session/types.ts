import type { ProgrammeSession, SessionState } from '../../types.ts'

/** A session of the draft as an organiser sees and changes it. */
export type DraftSession = Omit<ProgrammeSession, 'state'> & {
  readonly revision: number
  readonly state: SessionState
  readonly sourceId: string | null
  /** Whether the public sees it. */
  readonly isPublished: boolean
}

/** `conflict`: somebody else has saved in the meantime; nothing was written. */
export type SaveSessionOutcome = { readonly kind: 'saved'; readonly id: string } | { readonly kind: 'conflict' }
