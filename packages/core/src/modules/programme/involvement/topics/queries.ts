import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import type { TopicListEntry } from '../types.ts'

/** The whole vocabulary, by its German words, with how many published sessions are about each topic. One query. */
export function listDirectoryTopics(ctx: Context): Promise<TopicListEntry[]> {
  ctx.authorize('directory.view', null)
  return ctx.db
    .selectFrom('topics')
    .select([
      'topics.id',
      'topics.name',
      sql<string[]>`array(select term from topic_synonyms where topic_id = topics.id order by lower(term), term)`.as(
        'synonyms',
      ),
      sql<number>`(select count(*) from published_session_topics where topic_id = topics.id)`.as('sessions'),
    ])
    .orderBy(sql`lower(coalesce(topics.name ->> 'de', topics.name ->> 'en'))`)
    .orderBy('topics.id')
    .execute()
}
