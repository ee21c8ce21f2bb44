import { anyOf, hasRole, isSystem, organises, type Predicate } from '../../../kernel/actor.ts'
import type { Context } from '../../../platform/context/types.ts'

/** Where a role is given: the whole site, a series, or one of its editions. */
export type RoleTarget = { readonly seriesId: string | null; readonly editionId: string | null }

/** Throws `access.denied` to whom the roles of this place are not theirs to see and to give. */
export function authorizeRoles(ctx: Context, place: RoleTarget): void {
  if (place.seriesId === null) ctx.authorize('operator.manage', null)
  else ctx.authorize('role.manage', place)
}

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'role.manage': { readonly seriesId: string | null; readonly editionId?: string | null }
    'operator.manage': null
  }
}

export const rolesPolicy = {
  /** Giving and withdrawing the roles of a series and its editions. */
  'role.manage': organises,
  'operator.manage': anyOf(isSystem, hasRole('operator')),
} satisfies Record<string, Predicate>
