import { sql } from 'kysely'
import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { listTopics } from '../../../editions/topics/queries.ts'
import { plainTexts, yearsOf } from '../documents/rules.ts'
import type { SearchDocument } from '../documents/types.ts'

const nowhere = { language: 'de', people: '', edition: null, lands: [], topics: [], subtitle: {}, body: {} } as const

async function readTopicDocuments(db: Db): Promise<SearchDocument[]> {
  const found = await sql<{ topic_id: string; years: number[] }>`
    select t.topic_id, array_agg(distinct extract(year from e.starts_on)::integer) as years
    from published_session_topics t join published_sessions s on s.session_id = t.session_id
    join editions e on e.id = s.edition_id and e.visibility = 'public' and e.starts_on is not null
    group by t.topic_id`.execute(db)
  const years = new Map(found.rows.map((row) => [row.topic_id, row.years]))
  return (await listTopics(db)).map((topic) => ({
    ...nowhere,
    kind: 'topic',
    refId: topic.id,
    path: `/themen/${topic.slug}`,
    title: topic.name,
    names: topic.synonyms,
    lead: plainTexts(topic.description),
    years: years.get(topic.id) ?? [],
    topics: [topic.slug],
  }))
}

type NewsRow = {
  id: string
  slug: string
  series_slug: string
  title: LocalizedText
  summary: LocalizedText
  body: LocalizedText
  category: LocalizedText | null
  published_on: string | null
}

async function readNewsDocuments(db: Db): Promise<SearchDocument[]> {
  const found = await sql<NewsRow>`
    select n.id, n.slug, s.slug as series_slug, n.title, n.summary, n.body, c.name as category, n.published_on
    from news n join series s on s.id = n.series_id
    left join news_categories c on c.series_id = n.series_id and c.slug = n.category
    where n.visibility = 'public' order by n.id`.execute(db)
  return found.rows.map((row) => ({
    ...nowhere,
    kind: 'news',
    refId: row.id,
    path: `/${row.series_slug}/aktuelles/${row.slug}`,
    title: row.title,
    names: Object.values(row.category ?? {}),
    lead: plainTexts(row.summary),
    body: plainTexts(row.body),
    years: yearsOf(row.published_on),
  }))
}

async function readPageDocuments(db: Db): Promise<SearchDocument[]> {
  const pages = await db.selectFrom('pages').select(['id', 'slug', 'title', 'body']).orderBy('id').execute()
  return pages.map((page) => ({
    ...nowhere,
    kind: 'page',
    refId: page.id,
    path: `/${page.slug}`,
    title: page.title,
    names: [],
    lead: {},
    body: plainTexts(page.body),
    years: [],
  }))
}

/** Everything public that belongs to no edition and is nobody: topics, news, pages. */
export async function readSiteDocuments(db: Db): Promise<SearchDocument[]> {
  return [...(await readTopicDocuments(db)), ...(await readNewsDocuments(db)), ...(await readPageDocuments(db))]
}
