import type { Visibility } from '../../types.ts'
import type { NewsForm } from './schema.ts'

/** A news entry in the list of who writes it. */
export type NewsDraft = {
  readonly id: string
  readonly title: string
  readonly publishedOn: string | null
  readonly visibility: Visibility
  readonly edition: string | null
}

/** A news entry as its form shows it. */
export type ManagedNews = {
  readonly id: string
  readonly revision: number
  readonly visibility: Visibility
  readonly form: NewsForm & { readonly slug: string }
}

/** `taken`: another entry of the series has this address. */
export type NewsSaved = { readonly kind: 'saved'; readonly id: string } | { readonly kind: 'taken' | 'conflict' }
