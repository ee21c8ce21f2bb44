import {
  anyOf,
  hasRole,
  hasRoleInOneOf,
  hasRoleSomewhere,
  hasRoleWithin,
  isSystem,
  type Predicate,
} from '../../kernel/actor.ts'
import type { SeriesScope, SharedScope } from '../../kernel/scope.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'register.import': null
    'organisation.manage': null
    'directory.view': null
    'person.add': SeriesScope
    'person.change': SharedScope<'person'>
    'person.contact': SharedScope<'person'>
    'organisation.change': SharedScope<'organisation'>
  }
}

const operates = anyOf(isSystem, hasRole('operator'))
const writers = ['series-organiser', 'programme', 'editor'] as const

/** Holds for what no series has anything to do with yet: whoever works on a series may put it right. */
export const belongsToNone: Predicate = (_, target) => target?.seriesIds?.length === 0

/**
 * Who may change what all series share: who organises, plans or edits one of the series it belongs to. Others read it:
 * what it says stands on their pages as well, but it is not theirs.
 */
export const changesShared = anyOf(operates, hasRoleInOneOf(...writers))

export const peoplePolicy = {
  'register.import': isSystem,
  /** Organisations are shared by all series: whoever plans with them keeps them right. */
  'organisation.manage': anyOf(isSystem, hasRoleSomewhere('operator', ...writers)),
  /** Finding persons, organisations and topics of all series: what is public of them, and whether they exist. */
  'directory.view': anyOf(isSystem, hasRoleSomewhere('operator', 'review', ...writers)),
  'person.add': anyOf(operates, hasRoleWithin(...writers)),
  'person.change': changesShared,
  /** Private addresses are for who invites people to a series that the person belongs to. */
  'person.contact': anyOf(operates, hasRoleInOneOf('series-organiser', 'programme')),
  'organisation.change': anyOf(
    changesShared,
    (actor, target) => belongsToNone(actor, target) && hasRoleSomewhere(...writers)(actor, target),
  ),
} satisfies Record<string, Predicate>
