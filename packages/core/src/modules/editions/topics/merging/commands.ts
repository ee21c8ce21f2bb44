import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { upsertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { foldTerm } from '../rules.ts'
import { lockTopics } from '../vocabulary/commands.ts'

async function lockBoth(tx: Transaction, fromId: string, intoId: string) {
  const rows = await tx
    .selectFrom('topics')
    .select(['id', 'slug', 'name'])
    .where('id', 'in', [fromId, intoId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const missing = [fromId, intoId].find((id) => !rows.some((row) => row.id === id))
  if (missing) throw new DomainError('topic.not_found', { id: missing })
  return { from: rows.find((row) => row.id === fromId)!, into: rows.find((row) => row.id === intoId)! }
}

type Both = Awaited<ReturnType<typeof lockBoth>>

/** All words of the former topic become synonyms, unless the other one is called so itself. */
async function moveOwn(tx: Transaction, { from, into }: Both): Promise<void> {
  const names = [from.name.de, from.name.en].filter((name) => name !== undefined)
  const called = [into.name.de, into.name.en]
  await sql`insert into topic_synonyms (topic_id, term, folded)
    select ${into.id}, term, folded from topic_synonyms where topic_id = ${from.id} on conflict do nothing`.execute(tx)
  const further = [...new Set(names)].filter((name) => !called.includes(name))
  const rows = further.map((term) => ({ topic_id: into.id, term, folded: foldTerm(term) }))
  await upsertRows(tx, 'topic_synonyms', ['topic_id', 'term'], rows)
  await tx.updateTable('topic_slugs').set({ topic_id: into.id }).where('topic_id', '=', from.id).execute()
  await tx.insertInto('topic_slugs').values({ slug: from.slug, topic_id: into.id, former_id: from.id }).execute()
}

/**
 * Makes two topics one: sessions and words of `from` go to `into`, the address of its page leads there, and `from` is no
 * more. `same`: there is only one of them. Throws `topic.not_found`.
 */
export async function mergeTopics(
  ctx: Context,
  from: SharedScope<'topic'>,
  into: SharedScope<'topic'>,
): Promise<{ readonly kind: 'merged' | 'same' }> {
  ctx.authorize('topic.change', from)
  ctx.authorize('topic.change', into)
  if (from.id === into.id) return { kind: 'same' }
  return ctx.transaction(async (tx) => {
    await lockTopics(tx)
    await moveOwn(tx, await lockBoth(tx, from.id, into.id))
    await ctx.publish(tx, 'TopicsMerged', { fromId: from.id, intoId: into.id })
    await tx.deleteFrom('topics').where('id', '=', from.id).execute()
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'merged' }
  })
}
