import type { Component } from 'svelte'
import PlanPanel from './planning/PlanPanel.svelte'
import type { Store } from './store.svelte.ts'

/**
 * What stands between the tools and the grid: each is given the store, can show moves without doing them (`propose`) and have
 * them done (`acceptProposal`).
 */
export const panels: readonly Component<{ store: Store }>[] = [PlanPanel]
