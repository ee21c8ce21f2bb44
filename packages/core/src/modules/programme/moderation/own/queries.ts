import type { SessionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { listAllSessions } from '../../sessions/queries.ts'
import type { SessionEdition } from '../../sessions/types.ts'
import { listSessionHistory } from '../history/queries.ts'
import { listSpeakerLines } from '../lines/queries.ts'
import { groupSheets, peopleOf } from '../rules.ts'
import type { OwnSheet } from './types.ts'

type Place = { readonly edition: SessionEdition; readonly scope: SessionScope; readonly release: number }

async function findPlace(ctx: Context, sessionId: string): Promise<Place | null> {
  const row = await ctx.db
    .selectFrom('published_sessions')
    .innerJoin('editions', 'editions.id', 'published_sessions.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .innerJoin('releases', 'releases.id', 'published_sessions.release_id')
    .select(['editions.id', 'editions.slug', 'editions.name', 'editions.number', 'editions.starts_on as startsOn'])
    .select(['editions.time_zone as timeZone', 'series.id as seriesId', 'series.slug as seriesSlug'])
    .select(['series.name as seriesName', 'releases.number as release'])
    .where('published_sessions.session_id', '=', sessionId)
    .executeTakeFirst()
  if (!row) return null
  const { seriesId, release, ...edition } = row
  return { edition, release, scope: { seriesId, editionId: edition.id, sessionId } }
}

/**
 * The sheet of a published session, for who is to appear in it and for who sees the programme of its edition; null for
 * everybody else, and where nothing of it is published. Four queries.
 */
export async function findOwnSheet(ctx: Context, sessionId: string): Promise<OwnSheet | null> {
  const place = await findPlace(ctx, sessionId)
  if (!place || !ctx.may('appearance.brief', place.scope)) return null
  const { edition, release } = place
  const [cards, history] = await Promise.all([
    listAllSessions(ctx.db, edition.id),
    listSessionHistory(ctx.db, edition.id, sessionId),
  ])
  const isThere = (one: { readonly session: { readonly id: string } }) => one.session.id === sessionId
  const group = groupSheets(cards).find(({ sheets }) => sheets.some(isThere))
  const sheet = group?.sheets.find(isThere)
  if (!group || !sheet) return null
  const lines = await listSpeakerLines(ctx.db, edition.id, peopleOf(sheet))
  return { edition, sheet, group, history, release, lines }
}
