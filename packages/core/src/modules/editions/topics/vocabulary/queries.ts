import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { findTopic } from '../queries.ts'
import { foldTerm } from '../rules.ts'
import type { TopicEntry } from './types.ts'

/** The topic with this id. Two queries. */
export async function findTopicEntry(db: Db, id: string): Promise<TopicEntry | null> {
  const row = await db.selectFrom('topics').select(['slug', 'revision']).where('id', '=', id).executeTakeFirst()
  const topic = row && (await findTopic(db, row.slug))
  return topic ? { ...topic, revision: row.revision } : null
}

/** A topic other than `exceptId` that one of `terms` already means, and which term that is. Two queries. */
export async function findTermInUse(
  db: Db,
  terms: readonly string[],
  exceptId = '',
): Promise<{ readonly id: string; readonly term: string } | null> {
  const folded = terms.map(foldTerm)
  const [topics, synonyms] = await Promise.all([
    db
      .selectFrom('topics')
      .select(['id', 'name'])
      .where('id', '<>', exceptId)
      .where(sql<boolean>`(lower(name ->> 'de') = any(${terms.map((term) => term.toLowerCase())})
        or lower(name ->> 'en') = any(${terms.map((term) => term.toLowerCase())}))`)
      .executeTakeFirst(),
    db
      .selectFrom('topic_synonyms')
      .select(['topic_id as id', 'term'])
      .where('topic_id', '<>', exceptId)
      .where(sql<boolean>`folded = any(${folded})`)
      .executeTakeFirst(),
  ])
  return topics ? { id: topics.id, term: topics.name.de ?? topics.name.en ?? '' } : (synonyms ?? null)
}

/** The address of the topic that was once to be found under `slug`. */
export async function findTopicSlug(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('topic_slugs')
    .innerJoin('topics', 'topics.id', 'topic_slugs.topic_id')
    .select('topics.slug')
    .where('topic_slugs.slug', '=', slug)
    .executeTakeFirst()
  return row?.slug ?? null
}

/** The slugs in use, now or once. One query. */
export async function listTopicSlugs(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('topics')
    .select('slug')
    .unionAll(db.selectFrom('topic_slugs').select('slug'))
    .execute()
  return new Set(rows.map((row) => row.slug))
}
