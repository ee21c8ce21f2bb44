/** What one visitor, or `count` visitors with the same list, have marked: ids of sessions, in their order. */
export type BookmarkList = { readonly sessions: readonly string[]; readonly count: number }

/** `forgotten`: nothing is marked any more, and nothing is kept. `full`: as many lists as an edition takes are counted already. */
export type CountOutcome = { readonly kind: 'counted' | 'forgotten' | 'full' }
