import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { Accent } from '../schema.ts'
import type { EditionEntry, ManagedEdition } from './types.ts'

function selectEdition(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('editions')
    .leftJoin('venues', 'venues.id', 'editions.venue_id')
    .leftJoin('register_entries', 'register_entries.ars', 'venues.ars')
    .selectAll('editions')
    .select([
      'venues.name as venueName',
      'venues.street',
      'venues.postcode',
      'venues.city',
      'venues.ars',
      'venues.land',
      'venues.country',
      'venues.directions',
      'register_entries.name as placeName',
    ])
    .where('editions.id', '=', editionId)
    .executeTakeFirst()
}

type Row = NonNullable<Awaited<ReturnType<typeof selectEdition>>>

function toVenue(row: Row) {
  if (row.city === null) return {}
  const { venueName, street, postcode, city, ars, land, country, directions } = row
  return {
    venue: {
      name: venueName ?? undefined,
      street: street ?? undefined,
      postcode: postcode ?? undefined,
      city,
      ars: ars ?? undefined,
      land: land ?? undefined,
      country: country ?? 'DE',
      directions: directions ?? {},
    },
  }
}

function toDate(row: Row) {
  if (row.starts_on === null) return {}
  return {
    date: {
      startsOn: row.starts_on,
      endsOn: row.ends_on ?? undefined,
      precision: row.date_precision,
      certainty: row.date_certainty,
    },
  }
}

/** An edition as its form shows it, public or not. One query. */
export async function findManagedEdition(db: Db, scope: EditionScope): Promise<ManagedEdition | null> {
  const row = await selectEdition(db, scope)
  if (!row) return null
  const { id, revision, slug, visibility, number, name, motto, description, state, placeName } = row
  const form = {
    number: number ?? undefined,
    name,
    motto,
    description,
    state,
    timeZone: row.time_zone,
    accent: row.accent as Accent,
    ...toDate(row),
    ...toVenue(row),
  }
  return { id, revision, slug, visibility, form, placeName }
}

/** The editions of the series with these ids, public or not, that the actor works on; the newest first, undated ones on top. One query. */
export async function listOwnEditions(ctx: Context, seriesIds: readonly string[]): Promise<EditionEntry[]> {
  ctx.authorize('workplace.enter', null)
  if (seriesIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('editions')
    .select(['id', 'slug', 'name', 'starts_on as startsOn', 'state', 'visibility', 'series_id as seriesId'])
    .where('series_id', 'in', seriesIds)
    .orderBy('starts_on', (order) => order.desc().nullsFirst())
    .orderBy('slug', 'desc')
    .execute()
  return rows.filter(({ id, seriesId }) => ctx.may('edition.view', { editionId: id, seriesId } as EditionScope))
}

/** The editions of a series by slug, to choose one from. One query. */
export function listEditionNames(
  db: Db,
  { seriesId }: SeriesScope,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('editions')
    .select(['id', 'name'])
    .where('series_id', '=', seriesId)
    .orderBy('slug', 'desc')
    .execute()
}
