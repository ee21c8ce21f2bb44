import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { SessionCard, SessionEdition } from '../sessions/types.ts'
import type { AppearanceMode, AppearanceRole, AppearanceState } from '../types.ts'

/** A person in one session, with the function and organisation of that day. */
export type PublicAppearance = {
  readonly edition: SessionEdition
  readonly session: SessionCard
  readonly role: AppearanceRole
  readonly mode: AppearanceMode
  readonly state: AppearanceState
  readonly function: string | null
  /** null where the organisation has no page of its own. */
  readonly organisationSlug: string | null
  readonly organisationName: string | null
}

/** A person as the public knows them. */
export type PublicPerson = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly academicTitle: string | null
  readonly biography: LocalizedText
  readonly website: string | null
  /** The newest edition first. */
  readonly appearances: readonly PublicAppearance[]
}

/** A line in the list of persons. */
export type PersonEntry = {
  readonly slug: string
  readonly name: string
  readonly academicTitle: string | null
  /** Under which the person is listed: `A` to `Z`, or `#`. */
  readonly letter: string
  readonly sessionCount: number
  /** Of the newest appearance. */
  readonly function: string | null
  readonly organisationName: string | null
}

export type PersonList = {
  readonly persons: readonly PersonEntry[]
  readonly total: number
  /** Every letter that has persons, with their number, whatever page is shown. */
  readonly letters: readonly { readonly letter: string; readonly count: number }[]
}
