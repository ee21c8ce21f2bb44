import type { Place, SessionRef } from '../changelog/types.ts'

/** What a release changes for one person at one session. */
export type PersonChange =
  | { readonly kind: 'joined'; readonly at: Place; readonly insteadOf: string | null }
  | { readonly kind: 'left'; readonly at: Place; readonly standIn: string | null }
  | { readonly kind: 'moved'; readonly from: Place; readonly to: Place }
  /** The session takes place no more: it was cancelled, or taken out of the programme. */
  | { readonly kind: 'dropped'; readonly at: Place }
  | { readonly kind: 'reinstated'; readonly at: Place }
  | { readonly kind: 'retitled'; readonly from: string; readonly to: string }
  /** Others came to the session or left it; names. */
  | { readonly kind: 'company'; readonly joined: readonly string[]; readonly left: readonly string[] }

export type SessionChange = {
  readonly session: SessionRef
  /** Where it is now; where it was, when it was taken out. */
  readonly at: Place
  /** Whether it still stands in the programme, cancelled or not. */
  readonly isListed: boolean
  readonly change: PersonChange
}

export type PersonImpact = {
  readonly personId: string
  /** With academic title. */
  readonly name: string
  readonly changes: readonly SessionChange[]
}

/** Whom publishing concerns, and how much. */
export type Impact = {
  readonly sessionIds: readonly string[]
  readonly roomIds: readonly string[]
  /** Everybody who is to be told, by name. */
  readonly people: readonly PersonImpact[]
}
