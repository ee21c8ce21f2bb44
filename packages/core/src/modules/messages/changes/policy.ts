import { anyOf, hasRole, isSystem, organises, type Predicate } from '../../../kernel/actor.ts'
import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'change.view': SeriesScope | EditionScope
    'change.view_all': null
  }
}

export const changesPolicy = {
  /** Who changed what in a series or an edition. */
  'change.view': organises,
  /** Also what belongs to no series: persons, accounts, legal pages; and whether the log is whole. */
  'change.view_all': anyOf(isSystem, hasRole('operator')),
} satisfies Record<string, Predicate>
