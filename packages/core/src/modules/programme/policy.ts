import { anyOf, hasRole, hasRoleWithin, isSignedIn, organises, type Predicate } from '../../kernel/actor.ts'
import type { EditionScope } from '../../kernel/scope.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'appearance.own': null
    'programme.view': EditionScope
    'programme.edit': EditionScope
    'programme.publish': EditionScope
  }
}

export const programmePolicy = {
  /** What one publicly appears in oneself. */
  'appearance.own': isSignedIn,
  /** Seeing the draft. Review may be confined to a track and still needs the rest around it. */
  'programme.view': anyOf(
    organises,
    hasRole('programme', 'registration-desk', 'helper', 'editor'),
    hasRoleWithin('review'),
  ),
  'programme.edit': anyOf(organises, hasRole('programme')),
  'programme.publish': anyOf(organises, hasRole('programme')),
} satisfies Record<string, Predicate>
