import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db, Transaction } from '../../../platform/database/tables.ts'
import type { SessionType } from '../types.ts'

/** What an edition takes over from the one before, each for itself. */
export const partNames = ['venue', 'organisers', 'texts', 'contacts', 'tracks', 'rooms', 'skeleton', 'slots'] as const
export type PartName = (typeof partNames)[number]

/** What copying a part needs to know. */
export type Succession = {
  readonly from: EditionScope
  readonly to: { readonly editionId: string; readonly seriesId: string }
  /** How many days later everything happens; null where the day of one of them is not known, and then nothing has a day. */
  readonly days: number | null
  readonly timeZone: string
  /** Of the series, for words of our own. */
  readonly language: string
}

/** One line of the table of parts (`app/edition-parts.ts`): modules that come later add theirs. */
export type EditionPart = {
  readonly name: PartName
  /** How much of it there is to take over. One query. */
  count(db: Db, from: EditionScope): Promise<number>
  /** Copies it in a number of statements that does not grow with it; parts run in the order of the table. */
  copy(tx: Transaction, succession: Succession): Promise<void>
}

/** The edition to begin with, and what the next one would be called where nobody says otherwise. */
export type Predecessor = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly number: number | null
  /** First day, `YYYY-MM-DD`. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly timeZone: string
  readonly language: string
}

export type NextEditionProposal = {
  readonly slug: string
  readonly name: string
  readonly number: number | null
  readonly firstDay: string | null
}

/** A session that the skeleton is made of, with its time then and now. */
export type SkeletonSlot = {
  readonly id: string
  readonly type: SessionType
  readonly title: string
  /** Wall time then; null where it is not known. */
  readonly before: string | null
  /** Wall time on the new day: the same on the clock, unless that day leaves it out. */
  readonly after: string | null
  /** The new day has no such time, because the clocks go forward then. */
  readonly isInGap: boolean
}

/** What a plan of the next edition would make. */
export type NextEditionPreview = {
  readonly predecessor: Predecessor
  readonly proposal: NextEditionProposal
  readonly parts: readonly { readonly name: PartName; readonly count: number }[]
  readonly slots: readonly SkeletonSlot[]
}

/** `taken`: an edition of the series has this address; nothing was written. */
export type PlanNextEditionOutcome =
  | { readonly kind: 'planned'; readonly editionId: string; readonly slug: string }
  | { readonly kind: 'taken' }
