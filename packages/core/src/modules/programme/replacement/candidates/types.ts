import type { Reserve } from '../../reserve/types.ts'

/**
 * Why somebody might not come at that time: `elsewhere`, they have a role in another session then; `away`, they said that
 * they are not there.
 */
export type Obstacle = { readonly kind: 'elsewhere'; readonly title: string } | { readonly kind: 'away' }

/** Somebody off the reserve list who might stand in at a session. */
export type ReserveCandidate = Reserve & { readonly obstacle: Obstacle | null }
