import type { Db } from '../../../../platform/database/tables.ts'
import { present } from '../export/rules.ts'

/** What is known about the editions of a series, each row with its edition, in the words of the archive. */
export async function listFacts(db: Db, seriesId: string) {
  const [organisers, attendance, lands, announcements] = await Promise.all([
    listOrganisers(db, seriesId),
    db
      .selectFrom('attendance_figures as fact')
      .innerJoin('editions', 'editions.id', 'fact.edition_id')
      .leftJoin('sources', 'sources.id', 'fact.source_id')
      .select(['edition_id', 'count', 'qualifier', 'session_key as session', 'sources.key as source'])
      .where('editions.series_id', '=', seriesId)
      .execute(),
    db
      .selectFrom('edition_lands as fact')
      .innerJoin('editions', 'editions.id', 'fact.edition_id')
      .leftJoin('sources', 'sources.id', 'fact.source_id')
      .select(['edition_id', 'land', 'is_largest as isLargest', 'sources.key as source'])
      .where('editions.series_id', '=', seriesId)
      .execute(),
    db
      .selectFrom('announcements as fact')
      .innerJoin('editions', 'editions.id', 'fact.edition_id')
      .leftJoin('editions as about', 'about.id', 'fact.announces_edition_id')
      .leftJoin('sources', 'sources.id', 'fact.source_id')
      .select([
        'fact.edition_id',
        'fact.starts_on as startsOn',
        'fact.certainty',
        'about.slug as edition',
        'sources.key as source',
      ])
      .where('editions.series_id', '=', seriesId)
      .execute(),
  ])
  return { organisers, attendance, lands, announcements }
}

function listOrganisers(db: Db, seriesId: string) {
  return db
    .selectFrom('edition_organisers as fact')
    .innerJoin('editions', 'editions.id', 'fact.edition_id')
    .innerJoin('organisations', 'organisations.id', 'fact.organisation_id')
    .select(['edition_id', 'organisations.slug as organisation', 'role', 'note'])
    .where('editions.series_id', '=', seriesId)
    .orderBy('fact.position')
    .execute()
}

/** Session id → key of the source that its facts are from. */
export async function listSessionSources(db: Db, seriesId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('sources', 'sources.id', 'sessions.source_id')
    .select(['sessions.id', 'sources.key'])
    .where('sources.series_id', '=', seriesId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.key]))
}

/** Room id → its description, which a programme does not carry. */
export async function listRoomDescriptions(db: Db, seriesId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('rooms')
    .innerJoin('editions', 'editions.id', 'rooms.edition_id')
    .select(['rooms.id', 'rooms.description'])
    .where('editions.series_id', '=', seriesId)
    .execute()
  return new Map(rows.flatMap((row) => (row.description ? [[row.id, row.description]] : [])))
}

function selectRecaps(db: Db, seriesId: string) {
  return db
    .selectFrom('recaps')
    .innerJoin('editions', 'editions.id', 'recaps.edition_id')
    .leftJoin('sources', 'sources.id', 'recaps.source_id')
    .select([
      'edition_id',
      'session_id',
      'recaps.title',
      'body',
      'conclusion',
      'recaps.visibility',
      'sources.key as source',
    ])
    .where('editions.series_id', '=', seriesId)
    .execute()
}

function selectMaterials(db: Db, seriesId: string) {
  return db
    .selectFrom('materials')
    .innerJoin('editions', 'editions.id', 'materials.edition_id')
    .select([
      'edition_id',
      'session_id',
      'kind',
      'title',
      'url',
      'materials.language',
      'licence',
      'has_consent as hasConsent',
      'materials.state',
    ])
    .where('editions.series_id', '=', seriesId)
    .orderBy('position')
    .execute()
}

type RecapRow = Awaited<ReturnType<typeof selectRecaps>>[number]

function toArchivedRecap(
  { edition_id: _edition, session_id: _session, title, ...recap }: RecapRow,
  repeated: string | null,
) {
  const isRepeated = title.en === undefined && title.de === repeated
  return present({ ...recap, title: isRepeated ? null : title })
}

/**
 * The recaps and materials of a series. `of` answers those of one session, or of an edition as a whole; the title of a
 * recap that only repeats `title` is left out.
 */
export async function listRecapsAndMaterials(db: Db, seriesId: string) {
  const [recaps, materials] = await Promise.all([selectRecaps(db, seriesId), selectMaterials(db, seriesId)])
  const ownerOf = (row: { session_id: string | null; edition_id: string }) => row.session_id ?? row.edition_id
  const recapOf = new Map(recaps.map((recap) => [ownerOf(recap), recap]))
  const materialsOf = Map.groupBy(materials, ownerOf)
  return {
    of(ownerId: string, sessionTitle: string | null) {
      const stored = recapOf.get(ownerId)
      return {
        recap: stored && toArchivedRecap(stored, sessionTitle),
        materials: (materialsOf.get(ownerId) ?? []).map(({ edition_id: _e, session_id: _s, ...one }) => present(one)),
      }
    },
  }
}
