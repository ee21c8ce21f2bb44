import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { localize } from '../../../../kernel/localized-text.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import { upsertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { foldTerm } from '../rules.ts'
import { findTermInUse, listTopicSlugs } from './queries.ts'
import type { TopicEntryInput } from './schema.ts'
import type { SaveTopicOutcome } from './types.ts'

/** Only one transaction at a time changes the vocabulary, so that no word ever means two topics. */
export async function lockTopics(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('fachtag.topics'))`.execute(tx)
}

const termsOf = ({ name, synonyms }: TopicEntryInput) => [
  ...new Set([...[name.de, name.en].filter((term) => term !== undefined), ...synonyms]),
]

async function saveSynonyms(tx: Transaction, topicId: string, synonyms: readonly string[]): Promise<void> {
  const kept = [...new Set(synonyms)]
  await tx
    .deleteFrom('topic_synonyms')
    .where('topic_id', '=', topicId)
    .where(sql<boolean>`term <> all(${kept})`)
    .execute()
  const rows = kept.map((term) => ({ topic_id: topicId, term, folded: foldTerm(term) }))
  await upsertRows(tx, 'topic_synonyms', ['topic_id', 'term'], rows)
}

async function tellSearch(ctx: Context, tx: Transaction): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'SiteChanged', {})
}

/** Adds a topic to the vocabulary, unless one of its words means another topic already. */
export async function addTopic(ctx: Context, input: TopicEntryInput): Promise<SaveTopicOutcome> {
  ctx.authorize('topic.manage', null)
  return ctx.transaction(async (tx) => {
    await lockTopics(tx)
    const known = await findTermInUse(tx, termsOf(input))
    if (known) return { kind: 'known', ...known }
    const id = newId('topic')
    const slug = uniqueSlug(slugify(localize(input.name, 'de')), await listTopicSlugs(tx), 'thema')
    const { name, description } = input
    await tx.insertInto('topics').values({ id, slug, name, description }).execute()
    await saveSynonyms(tx, id, input.synonyms)
    await tellSearch(ctx, tx)
    return { kind: 'saved', id }
  })
}

/** Gives a topic the values of `input`; the address of its page stays as it is. Throws `topic.not_found`. */
export async function changeTopic(
  ctx: Context,
  topic: SharedScope<'topic'>,
  input: TopicEntryInput,
  expectedRevision?: number,
): Promise<SaveTopicOutcome> {
  ctx.authorize('topic.change', topic)
  const { id } = topic
  return ctx.transaction(async (tx) => {
    await lockTopics(tx)
    const state = await lockRevision(tx, 'topics', id, expectedRevision)
    if (state === 'changed') return { kind: 'conflict' }
    if (state === 'missing') throw new DomainError('topic.not_found', { id })
    const known = await findTermInUse(tx, termsOf(input), id)
    if (known) return { kind: 'known', ...known }
    const former = await tx.selectFrom('topics').select('name').where('id', '=', id).executeTakeFirstOrThrow()
    await saveSynonyms(tx, id, input.synonyms)
    const { name, description } = input
    await tx.updateTable('topics').set({ name, description }).where('id', '=', id).execute()
    await tellSearch(ctx, tx)
    if (name.de !== former.name.de || name.en !== former.name.en) await ctx.publish(tx, 'TopicRenamed', { topicId: id })
    return { kind: 'saved', id }
  })
}
