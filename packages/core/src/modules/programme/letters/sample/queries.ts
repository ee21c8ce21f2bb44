import type { Locale } from '../../../../kernel/localized-text.ts'
import type { EditionScope, SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { findLetterPlace } from '../audience/queries.ts'
import { letterValues } from '../rules.ts'

/** Real data to look at a text with: the newest edition of the series, and somebody who has appeared in it or before. */
export type LetterSample = { readonly name: string; readonly edition: string; readonly values: Record<string, string> }

/** Data of the series for the preview of a text; null while it has no edition. `madeUpName` where nobody has appeared yet. */
export async function findLetterSample(
  ctx: Context,
  scope: SeriesScope,
  locale: Locale,
  madeUpName: string,
): Promise<LetterSample | null> {
  ctx.authorize('mail.manage', scope)
  const edition = await ctx.db
    .selectFrom('editions')
    .select('id')
    .where('series_id', '=', scope.seriesId)
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!edition) return null
  const [place, person] = await Promise.all([
    findLetterPlace(ctx.db, { ...scope, editionId: edition.id } as EditionScope),
    ctx.db
      .selectFrom('persons')
      .innerJoin('appearances', 'appearances.person_id', 'persons.id')
      .innerJoin('sessions', 'sessions.id', 'appearances.session_id')
      .innerJoin('editions', 'editions.id', 'sessions.edition_id')
      .select('persons.name')
      .where('editions.series_id', '=', scope.seriesId)
      .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
      .orderBy('persons.sort_key')
      .limit(1)
      .executeTakeFirst(),
  ])
  const name = person?.name ?? madeUpName
  return { name, edition: place.edition.name, values: letterValues(place, name, ctx.mailer.origin, locale) }
}
