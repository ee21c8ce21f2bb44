import { actsAt, anyOf, hasRole, hasRoleWithin, isSignedIn, organises, type Predicate } from '../../kernel/actor.ts'
import type { EditionScope, SessionScope } from '../../kernel/scope.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'appearance.own': null
    'appearance.brief': SessionScope
    'programme.view': EditionScope
    'programme.edit': EditionScope
    'programme.publish': EditionScope
  }
}

/** Seeing the draft. Review may be confined to a track and still needs the rest around it. */
const viewsProgramme = anyOf(
  organises,
  hasRole('programme', 'registration-desk', 'helper', 'editor'),
  hasRoleWithin('review'),
)

export const programmePolicy = {
  /** What one publicly appears in oneself. */
  'appearance.own': isSignedIn,
  /** What whoever appears at a session has to know for it. */
  'appearance.brief': anyOf(actsAt('speaker', 'moderator', 'panelist', 'host'), viewsProgramme),
  'programme.view': viewsProgramme,
  'programme.edit': anyOf(organises, hasRole('programme')),
  'programme.publish': anyOf(organises, hasRole('programme')),
} satisfies Record<string, Predicate>
