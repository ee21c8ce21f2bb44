import { anyOf, hasRole, isSystem, organises, type Predicate } from '../../../kernel/actor.ts'

/** Where a role is given: the whole site, a series, or one of its editions. */
export type RoleTarget = { readonly seriesId: string | null; readonly editionId: string | null }

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'role.manage': RoleTarget
    'operator.manage': null
  }
}

export const rolesPolicy = {
  /** Giving and withdrawing the roles of a series and its editions. */
  'role.manage': organises,
  'operator.manage': anyOf(isSystem, hasRole('operator')),
} satisfies Record<string, Predicate>
