import {
  anyOf,
  hasRole,
  hasRoleSomewhere,
  hasRoleWithin,
  isSystem,
  organises,
  type Predicate,
  roleNames,
} from '../../kernel/actor.ts'
import type { EditionScope, SeriesScope, SharedScope } from '../../kernel/scope.ts'
import { belongsToNone, changesShared } from '../people/policy.ts'

declare module '../../platform/context/types.ts' {
  interface Permissions {
    'workplace.enter': null
    'series.create': null
    'series.view': SeriesScope
    'series.manage': SeriesScope
    'edition.view': EditionScope
    'edition.manage': EditionScope
    'place.manage': EditionScope
    'news.manage': SeriesScope | EditionScope
    'image.manage': SeriesScope
    'topic.manage': null
    'topic.change': SharedScope<'topic'>
    'page.manage': null
  }
}

const operates = anyOf(isSystem, hasRole('operator'))

export const editionsPolicy = {
  'workplace.enter': anyOf(isSystem, hasRoleSomewhere(...roleNames)),
  'series.create': operates,
  /** Whoever works on an edition finds the way to it through its series. */
  'series.view': anyOf(organises, hasRoleWithin(...roleNames)),
  'series.manage': organises,
  'edition.view': anyOf(organises, hasRoleWithin(...roleNames)),
  'edition.manage': organises,
  /** Rooms and tracks. */
  'place.manage': anyOf(organises, hasRole('programme')),
  /** An editor of one edition writes the news of that edition; news of the series belong to who organises it. */
  'news.manage': anyOf(organises, hasRole('editor')),
  /** Pictures belong to a series; whoever writes for one of its editions may add to them. */
  'image.manage': anyOf(organises, hasRoleWithin('editor', 'programme')),
  /** Topics are one vocabulary for all series. */
  'topic.manage': anyOf(isSystem, hasRoleSomewhere('operator', 'series-organiser', 'programme', 'editor')),
  /** Changing one: who works on a series with sessions about it, or anybody of those where no series has any. */
  'topic.change': anyOf(
    changesShared,
    (actor, target) =>
      belongsToNone(actor, target) && hasRoleSomewhere('series-organiser', 'programme', 'editor')(actor, target),
  ),
  'page.manage': operates,
} satisfies Record<string, Predicate>
