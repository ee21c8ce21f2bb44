import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { Contact } from '../contacts/types.ts'
import type { EditionSummary } from '../types.ts'

export type Series = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string | null
  readonly claim: LocalizedText
  readonly description: LocalizedText
  readonly language: string
  readonly isHome: boolean
}

/** A series with its public editions, the newest first (those without any date last), and its present contact persons. */
export type SeriesDetail = Series & {
  readonly editions: readonly EditionSummary[]
  readonly contacts: readonly Contact[]
}
