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

export type PersonImpact = {
  readonly personId: string
  /** With academic title. */
  readonly name: string
  readonly changes: readonly { readonly session: SessionRef; readonly change: PersonChange }[]
}

/** Whom publishing concerns, and how much. */
export type Impact = {
  readonly sessionIds: readonly string[]
  readonly roomIds: readonly string[]
  /** Everybody who is to be told, by name. */
  readonly people: readonly PersonImpact[]
}
