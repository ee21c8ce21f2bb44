import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { Topic } from './types.ts'

function selectTopics(db: Db) {
  return db
    .selectFrom('topics')
    .select([
      'topics.id',
      'topics.slug',
      'topics.name',
      'topics.description',
      sql<string[]>`array(select term from topic_synonyms where topic_id = topics.id order by lower(term), term)`.as(
        'synonyms',
      ),
    ])
}

/** The whole vocabulary, by slug. */
export function listTopics(db: Db): Promise<Topic[]> {
  return selectTopics(db).orderBy('topics.slug').execute()
}

/** The topic with this slug. */
export async function findTopic(db: Db, slug: string): Promise<Topic | null> {
  return (await selectTopics(db).where('topics.slug', '=', slug).executeTakeFirst()) ?? null
}
