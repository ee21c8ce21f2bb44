import type { Db } from '../../../platform/database/tables.ts'
import type { ProgrammeOverview } from './types.ts'

/** What the published programme of an edition consists of; null where none is published. Two queries. */
export async function findProgrammeOverview(db: Db, editionId: string): Promise<ProgrammeOverview | null> {
  const row = await db
    .selectFrom('published_programmes')
    .select('overview')
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  if (!row) return null
  const counts = new Map(row.overview.topics.map((topic) => [topic.id, topic.count]))
  const topics = await db
    .selectFrom('topics')
    .select(['id', 'slug', 'name'])
    .where('id', 'in', [...counts.keys(), ''])
    .execute()
  const counted = topics.map((topic) => ({ ...topic, count: counts.get(topic.id) ?? 0 }))
  return {
    ...row.overview,
    topics: counted.toSorted((a, b) => b.count - a.count || a.slug.localeCompare(b.slug, 'de')),
  }
}
