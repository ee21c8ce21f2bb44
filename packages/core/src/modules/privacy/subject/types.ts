import type { Subject } from '../../../platform/personal-data/types.ts'

/**
 * Whose data is meant: a person; an account that belongs to nobody in a programme; or an address that belongs to neither,
 * as of somebody who has reported a barrier or was invited.
 */
export type SubjectKey = { readonly personId: string } | { readonly accountId: string } | { readonly address: string }

/** A subject with what telling about them needs. */
export type KnownSubject = Subject & {
  /** As they are called. */
  readonly name: string
  /** Spellings of the name that consist of more than one word, with and without title. */
  readonly names: readonly string[]
  /** The address of their page, where it is not a word of its own and nobody else has the name. */
  readonly slugs: readonly string[]
  /** Forms in which a text may mean them without the whole name ("Frau Öhm", the address of their page). */
  readonly allusions: readonly string[]
  /** Somebody else has the same name: then a text that names it does not say whom it means. */
  readonly hasNamesake: boolean
  /** The series that they appear in or are a contact person of. */
  readonly seriesIds: readonly string[]
}
