import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Circumstances } from '../../circumstances/types.ts'
import type { Programme } from '../../types.ts'
import type { Comparison, Place, Variant, VariantFigures } from '../types.ts'

/** A variant in the list: what it comes to, and in how many sessions its places are others than those of the draft. */
export type VariantSummary = Pick<Variant, 'id' | 'name' | 'note' | 'createdAt'> & {
  readonly figures: VariantFigures
  readonly moved: number
}

export type VariantList = { readonly draft: VariantFigures; readonly variants: readonly VariantSummary[] }

/** A session that both have moved since the variant was made, to different places. */
export type Dispute = { readonly id: string; readonly title: string; readonly draft: Place; readonly variant: Place }

/** What taking a variant over would come to now. */
export type TakeOverPlan = {
  /** How many sessions of the draft would move if the variant counted everywhere. */
  readonly moves: number
  readonly disputes: readonly Dispute[]
  /** What would have to move and is locked in the draft: nothing can be taken over as long as that is so. */
  readonly locked: readonly { readonly id: string; readonly title: string }[]
}

/** A variant with another one or the draft beside it, and what it takes to put both into words. */
export type VariantView = {
  readonly variant: Variant
  /** Null: the draft. */
  readonly other: Variant | null
  /** From `other` to `variant`. */
  readonly comparison: Comparison
  readonly programmes: readonly [Programme, Programme]
  readonly circumstances: Circumstances
  readonly topics: ReadonlyMap<string, LocalizedText>
  readonly plan: TakeOverPlan
  /** All that this one can be compared with, besides the draft. */
  readonly others: readonly Pick<Variant, 'id' | 'name'>[]
}
