import type { TableCount } from '../../../platform/personal-data/erase.ts'
import type { Mention } from '../../../platform/personal-data/types.ts'

/** What erasing somebody reaches, or has reached. */
export type ErasureReport = {
  readonly name: string
  /** Rows of their own, by table. */
  readonly tables: readonly TableCount[]
  /** Texts by others that name them, and materials of their sessions: for a human to decide about. */
  readonly mentions: readonly Mention[]
  /** Somebody else has the same name, so texts were left to be read by a human. */
  readonly hasNamesake: boolean
}

/** `last-operator`: nobody else runs the installation; nothing was erased. */
export type ErasureOutcome =
  | { readonly kind: 'erased'; readonly report: ErasureReport }
  | { readonly kind: 'planned'; readonly report: ErasureReport }
  | { readonly kind: 'last-operator' }

/** A text for a human to decide about, with the way to it. */
export type OpenMention = Mention & { readonly id: string; readonly title: string; readonly path: string | null }
