import { anyOf, hasRole, organises, type Predicate } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'logistics.manage': EditionScope
  }
}

export const logisticsPolicy = {
  /** Seeing and noting how people who appear come and what they need. Says more of them than a programme does. */
  'logistics.manage': anyOf(organises, hasRole('programme')),
} satisfies Record<string, Predicate>
