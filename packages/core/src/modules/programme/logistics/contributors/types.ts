import type { AppearanceMode, AppearanceRole } from '../../types.ts'
import type { Readiness, ReadinessLack } from '../readiness/types.ts'
import type { Presence, SpeakerNeed, Travel } from '../types.ts'

/** What may be missing of somebody who appears. */
export const contributorLacks = ['presence', 'arrival', 'contact', 'consents', 'readiness'] as const
export type ContributorLack = (typeof contributorLacks)[number]

/** A session of the draft in which somebody appears. */
export type HeldSession = {
  readonly id: string
  readonly title: string
  readonly role: AppearanceRole
  readonly mode: AppearanceMode
}

/** Somebody who appears in the draft of an edition, with what is known of their coming. */
export type Contributor = {
  readonly personId: string
  readonly name: string
  /** In the order of the programme. */
  readonly sessions: readonly HeldSession[]
  readonly isRemote: boolean
  readonly isOnSite: boolean
  readonly presence: Presence
  /** `YYYY-MM-DD` and `HH:mm` in wall time of the edition. */
  readonly arrivesOn: string | null
  readonly arrivesAt: string | null
  readonly travel: Travel | null
  readonly needs: readonly SpeakerNeed[]
  readonly needsNote: string | null
  readonly hasMail: boolean
  readonly hasPhone: boolean
  /** How many of the consents that speakers are asked for are still unanswered. */
  readonly openConsents: number
  /** null of those who come. */
  readonly readiness: Readiness | null
  readonly readinessLacks: readonly ReadinessLack[]
  /** When they last said so themselves, ISO instant; null: never. */
  readonly answeredAt: string | null
  readonly lacks: readonly ContributorLack[]
}

/** Which contributors are looked for; what is left out is not asked about. */
export type ContributorFilter = {
  readonly role?: AppearanceRole | undefined
  readonly lack?: ContributorLack | 'any' | undefined
  readonly mode?: AppearanceMode | undefined
}

/** Those whom a filter leaves, with how many lack what among all. */
export type ContributorList = {
  readonly contributors: readonly Contributor[]
  readonly total: number
  readonly lacking: Readonly<Record<ContributorLack | 'any', number>>
  readonly unanswered: number
}
