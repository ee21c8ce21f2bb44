import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { saveKeyedRows } from '../../../platform/database/keyed-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import { foldTerm } from './rules.ts'
import type { TopicInput } from './schema.ts'

/** Adds topics, or gives those with the same slug their new values and synonyms; others stay. Answers slug → id. */
export async function saveTopics(ctx: Context, topics: readonly TopicInput[]): Promise<ReadonlyMap<string, string>> {
  ctx.authorize('topic.manage', null)
  return ctx.transaction(async (tx) => {
    const rows = topics.map(({ slug, name, description }) => ({ id: newId('topic'), slug, name, description }))
    const ids = await saveKeyedRows(tx, 'topics', ['slug'], rows)
    await tx.deleteFrom('topic_synonyms').where(sql<boolean>`topic_id = any(${ids})`).execute()
    const synonyms = topics.flatMap((topic, index) =>
      [...new Set(topic.synonyms)].map((term) => ({ topic_id: ids[index]!, term, folded: foldTerm(term) })),
    )
    await insertRows(tx, 'topic_synonyms', synonyms)
    await touchPublication(tx)
    return new Map(rows.map((row, index) => [row.slug, ids[index]!]))
  })
}
