import type { EditionScope } from '../../kernel/scope.ts'
import type { Db } from '../../platform/database/tables.ts'
import { mapSources } from './sources/queries.ts'
import type {
  EditionDate,
  EditionDetail,
  EditionRoom,
  EditionSummary,
  EditionTrack,
  Organiser,
  Venue,
} from './types.ts'

/** Public editions, and the one that is previewed, as rows that `toEditionSummary` takes. */
function selectPublicEditions(db: Db, previewed = '') {
  return db
    .selectFrom('editions')
    .leftJoin('venues', 'venues.id', 'editions.venue_id')
    .select([
      'editions.id',
      'editions.slug',
      'editions.number',
      'editions.name',
      'editions.motto',
      'editions.starts_on',
      'editions.ends_on',
      'editions.date_precision',
      'editions.date_certainty',
      'editions.state',
      'editions.accent',
      'venues.city',
    ])
    .where((or) => or.or([or('editions.visibility', '=', 'public'), or('editions.id', '=', previewed)]))
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectPublicEditions>['execute']>>[number]

function toDate(row: SummaryRow): EditionDate | null {
  if (!row.starts_on) return null
  return {
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    precision: row.date_precision,
    certainty: row.date_certainty,
  }
}

function toEditionSummary(row: SummaryRow): EditionSummary {
  const { id, slug, number, name, motto, state, city, accent } = row
  return { id, slug, number, name, motto, date: toDate(row), state, city, accent }
}

/** The public editions of a series, and the one that is previewed, the newest first; those without any date last. */
export async function listEditions(db: Db, seriesId: string, previewed?: string): Promise<EditionSummary[]> {
  const rows = await selectPublicEditions(db, previewed)
    .where('editions.series_id', '=', seriesId)
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('editions.slug', 'desc')
    .execute()
  return rows.map(toEditionSummary)
}

/** The public editions of all series, for the archive and for lists that span series; the newest first. */
export async function listAllEditions(
  db: Db,
): Promise<(EditionSummary & { readonly seriesSlug: string; readonly seriesName: string })[]> {
  const rows = await selectPublicEditions(db)
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select(['series.slug as seriesSlug', 'series.name as seriesName'])
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('editions.slug', 'desc')
    .execute()
  return rows.map((row) => ({ ...toEditionSummary(row), seriesSlug: row.seriesSlug, seriesName: row.seriesName }))
}

function selectEdition(db: Db, previewed: string | undefined) {
  return selectPublicEditions(db, previewed)
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select([
      'editions.description',
      'editions.time_zone',
      'editions.date_source_id',
      'editions.venue_id',
      'editions.revision',
      'editions.updated_at',
      'series.id as seriesId',
      'series.slug as seriesSlug',
      'series.name as seriesName',
      'series.short_name as seriesShortName',
      'series.language as seriesLanguage',
    ])
}

type EditionRow = Awaited<ReturnType<ReturnType<typeof selectEdition>['execute']>>[number]

async function findVenue(db: Db, id: string | null): Promise<Venue | null> {
  if (!id) return null
  const venue = await db
    .selectFrom('venues')
    .select(['name', 'street', 'postcode', 'city', 'land', 'country', 'directions'])
    .where('id', '=', id)
    .executeTakeFirst()
  return venue ?? null
}

function listOrganisers(db: Db, editionId: string): Promise<Organiser[]> {
  return db
    .selectFrom('edition_organisers')
    .innerJoin('organisations', 'organisations.id', 'edition_organisers.organisation_id')
    .select([
      'organisation_id as organisationId',
      'organisations.slug',
      'organisations.name',
      'organisations.short_name as shortName',
      'role',
      'note',
    ])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .orderBy('organisations.name')
    .execute()
}

function selectFigures(db: Db, editionId: string) {
  return db
    .selectFrom('attendance_figures')
    .select(['count', 'qualifier', 'session_key as sessionKey', 'source_id'])
    .where('edition_id', '=', editionId)
    .orderBy('session_key', (order) => order.asc().nullsFirst())
    .orderBy('count')
    .execute()
}

function selectLands(db: Db, editionId: string) {
  return db
    .selectFrom('edition_lands')
    .select(['land', 'is_largest as isLargest', 'source_id'])
    .where('edition_id', '=', editionId)
    .orderBy('land')
    .execute()
}

function selectAnnouncements(db: Db, editionId: string) {
  return db
    .selectFrom('announcements')
    .innerJoin('editions as by', 'by.id', 'announcements.edition_id')
    .leftJoin('editions as about', (join) =>
      join.onRef('about.id', '=', 'announcements.announces_edition_id').on('about.visibility', '=', 'public'),
    )
    .select([
      'announcements.starts_on as startsOn',
      'announcements.certainty',
      'announcements.source_id',
      'by.slug as bySlug',
      'by.name as byName',
      'about.slug as aboutSlug',
      'about.name as aboutName',
    ])
    .where((or) => or.or([or('by.visibility', '=', 'public'), or('by.id', '=', editionId)]))
    .where((or) =>
      or.or([or('announcements.edition_id', '=', editionId), or('announcements.announces_edition_id', '=', editionId)]),
    )
    .orderBy('announcements.starts_on')
    .execute()
}

/** The tracks of an edition in their order. */
export function listTracks(db: Db, editionId: string): Promise<EditionTrack[]> {
  return db
    .selectFrom('tracks')
    .select(['id', 'slug', 'name', 'colour'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .orderBy('name')
    .execute()
}

/** The rooms of an edition in their order. */
export function listRooms(db: Db, editionId: string): Promise<EditionRoom[]> {
  return db
    .selectFrom('rooms')
    .select(['id', 'slug', 'name', 'capacity', 'description'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .orderBy('name')
    .execute()
}

/** The public edition with this slug in the series with that slug. The number of queries does not grow with the edition. */
export async function findEdition(db: Db, seriesSlug: string, editionSlug: string): Promise<EditionDetail | null> {
  const row = await selectEdition(db, undefined)
    .where('series.slug', '=', seriesSlug)
    .where('editions.slug', '=', editionSlug)
    .executeTakeFirst()
  return row ? withDetail(db, row) : null
}

/** The edition of a scope as the public will see it once it is public. */
export async function previewEdition(db: Db, { editionId }: EditionScope): Promise<EditionDetail | null> {
  const row = await selectEdition(db, editionId).where('editions.id', '=', editionId).executeTakeFirst()
  return row ? withDetail(db, row) : null
}

async function withDetail(db: Db, row: EditionRow): Promise<EditionDetail> {
  const [sources, venue, organisers, figures, lands, announcements, tracks, rooms, editions] = await Promise.all([
    mapSources(db, row.seriesId),
    findVenue(db, row.venue_id),
    listOrganisers(db, row.id),
    selectFigures(db, row.id),
    selectLands(db, row.id),
    selectAnnouncements(db, row.id),
    listTracks(db, row.id),
    listRooms(db, row.id),
    listEditions(db, row.seriesId, row.id),
  ])
  const source = (id: string | null) => (id && sources.get(id)) || null
  const place = editions.findIndex((edition) => edition.id === row.id)
  return {
    ...toEditionSummary(row),
    series: {
      id: row.seriesId,
      slug: row.seriesSlug,
      name: row.seriesName,
      shortName: row.seriesShortName,
      language: row.seriesLanguage,
    },
    description: row.description,
    timeZone: row.time_zone,
    dateSource: source(row.date_source_id),
    venue,
    changeCount: row.revision - 1,
    changedAt: row.updated_at,
    organisers,
    attendance: figures.map(({ source_id, ...figure }) => ({ ...figure, source: source(source_id) })),
    lands: lands.map(({ source_id, ...land }) => ({ ...land, source: source(source_id) })),
    announcements: announcements.map(({ source_id, bySlug, byName, aboutSlug, aboutName, ...rest }) => ({
      ...rest,
      source: source(source_id),
      by: { slug: bySlug, name: byName },
      about: aboutSlug && aboutName ? { slug: aboutSlug, name: aboutName } : null,
    })),
    tracks,
    rooms,
    previous: nameOf(editions[place + 1]),
    next: nameOf(editions[place - 1]),
  }
}

function nameOf(edition: EditionSummary | undefined) {
  return edition ? { slug: edition.slug, name: edition.name } : null
}
