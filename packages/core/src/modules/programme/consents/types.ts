/** What somebody may agree to, per edition. `name-at-questions`: that their name stands with what they ask in a session. */
export const consentKinds = ['photo', 'recording', 'slides', 'directory', 'name-at-questions'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** `revoked`: was given before. Who never answered has no state. */
export type ConsentState = 'given' | 'refused' | 'revoked'

/** By the person in their account, or noted by somebody who organises, with the reason that makes it true. */
export type ConsentVia = 'person' | 'organiser'

export type ConsentEdition = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly seriesSlug: string
  readonly seriesName: string
  /** `YYYY-MM-DD`; null while unknown. */
  readonly startsOn: string | null
}

/** The last word on one kind. */
export type CurrentConsent = {
  readonly kind: ConsentKind
  readonly state: ConsentState | null
  /** Instant, ISO 8601 in UTC. */
  readonly decidedAt: string | null
  readonly via: ConsentVia | null
  readonly reason: string | null
}

export type OwnConsents = { readonly edition: ConsentEdition; readonly consents: readonly CurrentConsent[] }

/** One entry of the history, which is only ever added to. */
export type ConsentEntry = {
  readonly editionName: string
  readonly kind: ConsentKind
  readonly state: ConsentState
  readonly wording: string
  readonly via: ConsentVia
  readonly reason: string | null
  readonly decidedAt: string
}

/** Somebody who appears in an edition, as those who organise it see their consents. */
export type SpeakerConsents = {
  readonly personId: string
  /** With academic title. */
  readonly name: string
  readonly sessions: readonly string[]
  readonly consents: readonly CurrentConsent[]
  /** The kinds that nobody has answered and that somebody who appears is asked for. */
  readonly missing: readonly ConsentKind[]
}
