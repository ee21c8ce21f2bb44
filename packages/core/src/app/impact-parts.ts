import { countVisitorsOf } from '../modules/programme/bookmarks/queries.ts'
import type { ImpactPart } from '../modules/programme/impact/counting/types.ts'

/** What a release touches beside people and rooms, in the order in which it is told. */
export const impactParts: readonly ImpactPart[] = [{ name: 'bookmarks', count: countVisitorsOf }]
