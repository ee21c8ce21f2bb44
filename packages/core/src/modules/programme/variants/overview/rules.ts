import type { Circumstances } from '../../circumstances/types.ts'
import type { Programme } from '../../types.ts'
import { findWarnings } from '../../warnings/rules.ts'
import { figuresOf, isSamePlace, mergeVariant, placesOf, withPlaces } from '../rules.ts'
import type { Variant } from '../types.ts'
import type { TakeOverPlan, VariantList } from './types.ts'

/** What the draft and each of `variants` come to. */
export function summarise(draft: Programme, variants: readonly Variant[], circumstances: Circumstances): VariantList {
  const figures = (programme: Programme) => figuresOf(programme, findWarnings(programme, circumstances))
  const home = placesOf(draft)
  return {
    draft: figures(draft),
    variants: variants.map(({ id, name, note, createdAt, places }) => {
      const placed = withPlaces(draft, places)
      const now = placesOf(placed)
      const moved = draft.sessions.filter((session) => !isSamePlace(now[session.id]!, home[session.id]!)).length
      return { id, name, note, createdAt, figures: figures(placed), moved }
    }),
  }
}

/** What taking `variant` over would do to `draft` now, what has to be decided before, and what stands in the way. */
export function planTakeOver(draft: Programme, variant: Variant, lockedIds: readonly string[]): TakeOverPlan {
  const [home, wanted] = [placesOf(draft), placesOf(withPlaces(draft, variant.places))]
  const titles = new Map(draft.sessions.map((session) => [session.id, session.title]))
  const undecided = mergeVariant(draft, variant)
  const all = mergeVariant(draft, variant, 'variant')
  const moving = all.kind === 'merged' ? [...all.places.keys()] : []
  return {
    moves: moving.length,
    disputes: (undecided.kind === 'disputed' ? undecided.ids : []).map((id) => {
      return { id, title: titles.get(id)!, draft: home[id]!, variant: wanted[id]! }
    }),
    locked: moving.filter((id) => lockedIds.includes(id)).map((id) => ({ id, title: titles.get(id)! })),
  }
}
