import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { listContacts } from '../../../editions/contacts/queries.ts'
import { listPages } from '../../../editions/pages/queries.ts'
import { mapSources } from '../../../editions/sources/queries.ts'
import { listTopics } from '../../../editions/topics/queries.ts'
import { listOrganisationsBySlug } from '../../../people/organisations/queries.ts'
import { foldName, titledName } from '../../../people/persons/names/rules.ts'
import { canonicalise } from '../canonical/rules.ts'
import type { ArchivedEdition } from '../editions/schema.ts'
import { exportEditions } from '../export-editions/queries.ts'
import { personSource } from '../rules.ts'
import { type Archive, type ArchiveInput, archiveSchema } from '../schema.ts'
import { present } from './rules.ts'

type SeriesRow = { readonly id: string; readonly slug: string }

async function exportSeries(db: Db, row: SeriesRow & Record<string, unknown>, slugs: ReadonlyMap<string, string>) {
  const [contacts, newsCategories] = await Promise.all([
    listContacts(db, row.id),
    db.selectFrom('news_categories').select(['slug', 'name']).where('series_id', '=', row.id).execute(),
  ])
  const { id: _id, ...series } = row
  return present({
    ...series,
    newsCategories,
    contacts: contacts.map((contact) =>
      present({
        person: slugs.get(contact.personId),
        organisation: contact.organisationSlug,
        function: contact.function,
        email: contact.email,
        phone: contact.phone,
        edition: contact.edition?.slug,
        source: contact.source?.key,
      }),
    ),
  })
}

async function exportSources(db: Db, seriesId: string) {
  const [sources, publishers] = await Promise.all([
    mapSources(db, seriesId),
    db
      .selectFrom('sources')
      .innerJoin('organisations', 'organisations.id', 'sources.publisher_id')
      .select(['sources.key', 'organisations.slug'])
      .where('series_id', '=', seriesId)
      .execute(),
  ])
  const publisherOf = new Map(publishers.map((row) => [row.key, row.slug]))
  return [...sources.values()].map(({ key, title, url, publishedOn }) =>
    present({ key, title, url, publishedOn, publisher: publisherOf.get(key) }),
  )
}

async function exportNews(db: Db, seriesId: string) {
  const rows = await db
    .selectFrom('news')
    .leftJoin('editions', 'editions.id', 'news.edition_id')
    .leftJoin('sources', 'sources.id', 'news.source_id')
    .select([
      'news.slug',
      'news.category',
      'news.title',
      'news.summary',
      'news.body',
      'news.published_on as publishedOn',
      'news.date_precision as datePrecision',
      'news.visibility',
      'editions.slug as edition',
      'sources.key as source',
    ])
    .where('news.series_id', '=', seriesId)
    .execute()
  return rows.map(present)
}

/** The slugs under which the archive of this series knows people: its own word for them, else that of their page. */
async function mapPeople(db: Db, seriesSlug: string, seriesId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('persons')
    .leftJoin('person_references as known', (join) =>
      join.onRef('known.person_id', '=', 'persons.id').on('known.source', '=', personSource(seriesSlug)),
    )
    .select(['persons.id', sql<string>`coalesce(known.reference, persons.slug)`.as('slug')])
    .where(
      sql<boolean>`persons.id in (
        select person_id from appearances join sessions on sessions.id = session_id and sessions.state <> 'removed'
          join editions on editions.id = sessions.edition_id where editions.series_id = ${seriesId}
        union select person_id from contacts where series_id = ${seriesId} and is_current
        union select person_id from person_references where source = ${personSource(seriesSlug)})`,
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.slug]))
}

async function exportPeople(db: Db, slugs: ReadonlyMap<string, string>) {
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'name', 'academic_title as academicTitle', 'biography', 'website'])
    .select(
      sql<string[]>`array(select known.name from person_names known where person_id = persons.id)`.as('spellings'),
    )
    .where(sql<boolean>`id = any(${[...slugs.keys()]})`)
    .execute()
  return rows.map(({ id, spellings, academicTitle, name, ...person }) =>
    present({
      ...person,
      slug: slugs.get(id),
      name: titledName({ name, academicTitle }),
      aliases: spellings.filter((spelling) => foldName(spelling) !== foldName(name)),
    }),
  )
}

function mentioned(editions: readonly ArchivedEdition[], archive: { contacts: unknown; sources: unknown }) {
  const { contacts, sources } = archive as {
    contacts: readonly { organisation?: string }[]
    sources: readonly { publisher?: string }[]
  }
  const sessions = editions.flatMap((edition) => edition.sessions)
  const organisations = [
    ...editions.flatMap((edition) => edition.organisers.map((one) => one.organisation)),
    ...sessions.flatMap((session) => session.people.map((one) => one.organisation)),
    ...contacts.map((one) => one.organisation),
    ...sources.map((one) => one.publisher),
  ]
  return {
    organisations: [...new Set(organisations.filter((slug) => slug !== undefined))],
    topics: new Set(sessions.flatMap((session) => session.topics)),
  }
}

/**
 * Everything stored about a series as the archive that would make it, drafts included; null where there is no such series.
 * People, organisations and topics are those that it mentions, and organisations and topics of the slugs in `also`; pages
 * are those of the installation. Only for those who may see drafts.
 */
export async function exportArchive(
  db: Db,
  seriesSlug: string,
  also: { readonly organisations: readonly string[]; readonly topics: readonly string[] } = {
    organisations: [],
    topics: [],
  },
): Promise<Archive | null> {
  const row = await db
    .selectFrom('series')
    .select(['id', 'slug', 'name', 'short_name as shortName', 'claim', 'description', 'language', 'is_home as isHome'])
    .where('slug', '=', seriesSlug)
    .executeTakeFirst()
  if (!row) return null
  const slugs = await mapPeople(db, seriesSlug, row.id)
  const [series, sources, news, people, editions, topics, pages] = await Promise.all([
    exportSeries(db, row, slugs),
    exportSources(db, row.id),
    exportNews(db, row.id),
    exportPeople(db, slugs),
    exportEditions(db, row.id, slugs),
    listTopics(db),
    listPages(db),
  ])
  const used = mentioned(editions as ArchivedEdition[], { contacts: series.contacts, sources })
  const organisations = await listOrganisationsBySlug(db, [...used.organisations, ...also.organisations])
  const input = {
    series,
    sources,
    news,
    people,
    editions,
    organisations: organisations.map(({ id: _id, ...organisation }) => present(organisation)),
    topics: topics
      .filter(({ slug }) => used.topics.has(slug) || also.topics.includes(slug))
      .map(({ id: _id, ...topic }) => topic),
    pages: pages.map(({ slug, title, body }) => ({ slug, title, body })),
  }
  return canonicalise(archiveSchema.parse(input as ArchiveInput))
}
