import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { daysBetween, fallsIntoGap, isSkeleton, proposeNext, shiftWallTime, slotTitle } from './rules.ts'
import type { EditionPart, NextEditionPreview, Predecessor, SkeletonSlot } from './types.ts'

/** The edition of this series with this id. One query. */
export async function findPredecessor(db: Db, series: SeriesScope, id: string): Promise<Predecessor | null> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select([
      'editions.id',
      'editions.slug',
      'editions.name',
      'editions.number',
      'editions.starts_on as startsOn',
      'editions.ends_on as endsOn',
      'editions.time_zone as timeZone',
      'series.language',
    ])
    .where('editions.id', '=', id)
    .where('editions.series_id', '=', series.seriesId)
    .executeTakeFirst()
  return row ?? null
}

/** The editions of a series to begin with, the newest first. One query. */
export function listPredecessors(
  ctx: Context,
  series: SeriesScope,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string }[]> {
  ctx.authorize('series.manage', series)
  return ctx.db
    .selectFrom('editions')
    .select(['id', 'slug', 'name'])
    .where('series_id', '=', series.seriesId)
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('slug', 'desc')
    .execute()
}

/** The sessions of a draft that its skeleton is made of, in their order. One query. */
export async function listSkeleton(db: Db, { editionId }: EditionScope) {
  const rows = await db
    .selectFrom('sessions')
    .select([
      'id',
      'slug',
      'type',
      'title',
      'title_is_given as titleIsGiven',
      'language',
      'track_id as trackId',
      'room_id as roomId',
      'is_plenary as isPlenary',
      'day',
      'starts_at as startsAt',
      'duration_minutes as durationMinutes',
      'position',
    ])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'planned')
    .orderBy('day')
    .orderBy('starts_at')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.filter(isSkeleton)
}

function toSlot(
  session: Awaited<ReturnType<typeof listSkeleton>>[number],
  days: number | null,
  { timeZone, language }: Predecessor,
): SkeletonSlot {
  const { id, type, startsAt } = session
  return {
    id,
    type,
    title: slotTitle(session, language).title,
    before: startsAt,
    after: shiftWallTime(startsAt, days, timeZone),
    isInGap: fallsIntoGap(startsAt, days, timeZone),
  }
}

/**
 * What the next edition would take over from the one with this id, and how it might be called, if it began on `firstDay`, or
 * where that is not said, a year later. Null where the series has no such edition. The number of queries does not grow with it.
 */
export async function previewNextEdition(
  ctx: Context,
  parts: readonly EditionPart[],
  series: SeriesScope,
  fromEditionId: string,
  firstDay?: string,
): Promise<NextEditionPreview | null> {
  ctx.authorize('series.manage', series)
  const predecessor = await findPredecessor(ctx.db, series, fromEditionId)
  if (!predecessor) return null
  const from = await scopeOfEdition(ctx.db, predecessor.id)
  const proposal = proposeNext(predecessor)
  const days = daysBetween(predecessor.startsOn, firstDay ?? proposal.firstDay)
  const [counts, skeleton] = await Promise.all([
    Promise.all(parts.map((part) => part.count(ctx.db, from))),
    listSkeleton(ctx.db, from),
  ])
  return {
    predecessor,
    proposal,
    parts: parts.map(({ name }, index) => ({ name, count: counts[index]! })),
    slots: skeleton.map((session) => toSlot(session, days, predecessor)),
  }
}
