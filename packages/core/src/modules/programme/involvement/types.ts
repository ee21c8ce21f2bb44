import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { OrganisationKind } from '../../people/types.ts'
import type { AppearanceRole, AppearanceState } from '../types.ts'

export type DirectoryPage = {
  readonly text?: string | undefined
  readonly offset?: number
  readonly size?: number
}
export type DirectoryList<T> = { readonly entries: readonly T[]; readonly total: number }

/** A person as the directory of the workplace lists them. `sessions` counts what is published, in all series. */
export type PersonEntry = {
  readonly id: string
  readonly name: string
  readonly function: string | null
  readonly organisationName: string | null
  readonly sessions: number
}

export type OrganisationEntry = {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly land: string | null
  readonly sessions: number
}

export type TopicListEntry = {
  readonly id: string
  readonly name: LocalizedText
  readonly synonyms: readonly string[]
  readonly sessions: number
}

/** What somebody does at an edition, published or only drafted. */
export type Involvement = {
  readonly sessionId: string
  readonly title: string
  readonly role: AppearanceRole
  readonly state: AppearanceState
  readonly isPublished: boolean
  /** Whether who asks may change that session. */
  readonly mayOpen: boolean
  readonly editionName: string
  readonly editionSlug: string
  readonly seriesSlug: string
}
