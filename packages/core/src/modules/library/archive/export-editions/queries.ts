import type { Db } from '../../../../platform/database/tables.ts'
import { readDraft } from '../../../programme/draft/queries.ts'
import { present } from '../export/rules.ts'
import { listFacts, listRecapsAndMaterials, listRoomDescriptions, listSessionSources } from '../export-facts/queries.ts'
import { toArchivedSession } from '../export-sessions/rules.ts'

function selectEditions(db: Db, seriesId: string) {
  return db
    .selectFrom('editions')
    .leftJoin('sources', 'sources.id', 'editions.date_source_id')
    .selectAll('editions')
    .select('sources.key as source')
    .where('editions.series_id', '=', seriesId)
    .orderBy('editions.slug')
    .execute()
}

type EditionRow = Awaited<ReturnType<typeof selectEditions>>[number]

function toDate(row: EditionRow) {
  if (!row.starts_on) return null
  return present({
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    precision: row.date_precision,
    certainty: row.date_certainty,
    source: row.source,
  })
}

async function mapVenues(db: Db, ids: readonly (string | null)[]) {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map<string, object>()
  const rows = await db
    .selectFrom('venues')
    .select(['id', 'name', 'street', 'postcode', 'city', 'ars', 'land', 'country', 'directions'])
    .where('id', 'in', wanted)
    .execute()
  return new Map<string, object>(rows.map(({ id, ...venue }) => [id, present(venue)]))
}

async function mapTopicSlugs(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('topics').select(['id', 'slug']).execute()
  return new Map(rows.map((row) => [row.id, row.slug]))
}

function toEdition(row: EditionRow, venue: object | undefined) {
  const { slug, number, name, motto, description, state, visibility, accent } = row
  return {
    slug,
    number,
    name,
    motto,
    description,
    date: toDate(row),
    timeZone: row.time_zone,
    state,
    visibility,
    accent,
    venue,
  }
}

/** Every edition of a series as its archive writes it; `people` are the slugs that the archive calls people by. */
export async function exportEditions(db: Db, seriesId: string, people: ReadonlyMap<string, string>) {
  const rows = await selectEditions(db, seriesId)
  const [venues, topics, facts, after, sources, descriptions, drafts] = await Promise.all([
    mapVenues(
      db,
      rows.map((row) => row.venue_id),
    ),
    mapTopicSlugs(db),
    listFacts(db, seriesId),
    listRecapsAndMaterials(db, seriesId),
    listSessionSources(db, seriesId),
    listRoomDescriptions(db, seriesId),
    Promise.all(rows.map((row) => readDraft(db, row.id))),
  ])
  return rows.map((row, index) => {
    const draft = drafts[index]!
    const ownedBy = <T extends { edition_id: string }>(list: readonly T[]) =>
      list.filter((one) => one.edition_id === row.id).map(({ edition_id: _edition, ...rest }) => present(rest))
    const places = { tracks: draft.tracks, rooms: draft.rooms, topics, people, sources }
    const sessions = draft.sessions.toSorted((a, b) => a.position - b.position)
    return present({
      ...toEdition(row, venues.get(row.venue_id ?? '')),
      organisers: ownedBy(facts.organisers),
      attendance: ownedBy(facts.attendance),
      lands: ownedBy(facts.lands),
      announcements: ownedBy(facts.announcements),
      tracks: draft.tracks.map(({ slug, name, colour }) => present({ slug, name, colour })),
      rooms: draft.rooms.map(({ id, slug, name, capacity }) =>
        present({ slug, name, capacity, description: descriptions.get(id) }),
      ),
      sessions: sessions.map((session) =>
        present({ ...toArchivedSession(session, places), ...after.of(session.id, session.title) }),
      ),
      ...after.of(row.id, null),
    })
  })
}
