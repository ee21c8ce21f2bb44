import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'

type Merged = { readonly fromId: string; readonly intoId: string }

/** The appearances in `column` of a published session, with what `into` says of whom `key` names as `fromId`. */
function withAppearances(column: 'card' | 'data', key: string, fromId: string, into: RawBuilder<unknown>) {
  const list = sql.lit('{appearances}')
  return sql`jsonb_set(${sql.ref(column)}, ${list}, coalesce((
    select jsonb_agg(case when held ->> ${sql.lit(key)} = ${fromId} then held || ${into} else held end order by place)
    from jsonb_array_elements(${sql.ref(column)} -> 'appearances') with ordinality as listed (held, place)), '[]'))`
}

async function tellEditions(ctx: Context, tx: Transaction, sessionIds: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('sessions')
    .select('edition_id')
    .distinct()
    .where(sql<boolean>`id = any(${sessionIds})`)
    .execute()
  for (const { edition_id: editionId } of rows) await ctx.publish(tx, 'EditionChanged', { editionId })
}

const idsOf = (rows: readonly { session_id: string }[]) => [...new Set(rows.map((row) => row.session_id))]

/** Appearances in drafts and in what the public sees. What was published is right at once; releases stay as they were. */
export async function moveAppearances(ctx: Context, tx: Transaction, { fromId, intoId }: Merged): Promise<void> {
  await sql`update appearances set person_id = ${intoId} where person_id = ${fromId}`.execute(tx)
  const { rows } = await sql<{ session_id: string }>`update published_appearances set person_id = ${intoId}
    where person_id = ${fromId} returning session_id`.execute(tx)
  const into = sql`(select jsonb_build_object('personId', id, 'personSlug', slug) from persons where id = ${intoId})`
  await sql`update published_sessions set card = ${withAppearances('card', 'personId', fromId, into)},
    data = ${withAppearances('data', 'personId', fromId, into)} where session_id = any(${idsOf(rows)})`.execute(tx)
  await tellEditions(ctx, tx, idsOf(rows))
}

/** What both have agreed to: for each edition the latest word of either counts. */
export async function moveConsents(tx: Transaction, { fromId, intoId }: Merged): Promise<void> {
  await tx.updateTable('person_consents').set({ person_id: intoId }).where('person_id', '=', fromId).execute()
}

/** For whom people appeared, in drafts and in what the public sees. */
export async function moveAffiliations(ctx: Context, tx: Transaction, { fromId, intoId }: Merged): Promise<void> {
  await sql`update appearances set organisation_id = ${intoId} where organisation_id = ${fromId}`.execute(tx)
  const { rows } = await sql<{ session_id: string }>`update published_appearances set organisation_id = ${intoId}
    where organisation_id = ${fromId} returning session_id`.execute(tx)
  const into = sql`(select jsonb_build_object('organisationId', id, 'organisationSlug', slug) from organisations
    where id = ${intoId})`
  await sql`update published_sessions set card = ${withAppearances('card', 'organisationId', fromId, into)},
    data = ${withAppearances('data', 'organisationId', fromId, into)} where session_id = any(${idsOf(rows)})`.execute(
    tx,
  )
  await tellEditions(ctx, tx, idsOf(rows))
}

/** The ids in the list at `topicIds` of `column`, with `intoId` in the place of `fromId` and none twice. */
function withTopics(column: 'card' | 'data', { fromId, intoId }: Merged) {
  return sql`jsonb_set(${sql.ref(column)}, '{topicIds}', (
    select jsonb_agg(distinct case when topic = ${fromId} then ${intoId}::text else topic end)
    from jsonb_array_elements_text(${sql.ref(column)} -> 'topicIds') as listed (topic)))`
}

async function moveTopicRows(
  tx: Transaction,
  table: 'session_topics' | 'published_session_topics',
  { fromId, intoId }: Merged,
): Promise<string[]> {
  const { rows } = await sql<{ session_id: string }>`delete from ${sql.table(table)} where topic_id = ${fromId}
    returning session_id`.execute(tx)
  await sql`insert into ${sql.table(table)} (session_id, topic_id)
    select id, ${intoId} from unnest(${idsOf(rows)}::text[]) as moved (id) on conflict do nothing`.execute(tx)
  return idsOf(rows)
}

/** What sessions are about, in drafts and in what the public sees; also in the counts of published programmes. */
export async function moveSessionTopics(ctx: Context, tx: Transaction, merged: Merged): Promise<void> {
  await moveTopicRows(tx, 'session_topics', merged)
  const ids = await moveTopicRows(tx, 'published_session_topics', merged)
  await sql`update published_sessions set card = ${withTopics('card', merged)}, data = ${withTopics('data', merged)}
    where session_id = any(${ids})`.execute(tx)
  await sql`update published_programmes set overview = jsonb_set(overview, '{topics}', coalesce((
      select jsonb_agg(jsonb_build_object('id', topic_id, 'count', sessions) order by sessions desc, topic_id)
      from (select topic_id, count(*) as sessions from published_session_topics join published_sessions using (session_id)
        where published_sessions.edition_id = published_programmes.edition_id group by topic_id) as counted), '[]'))
    where edition_id in (select edition_id from published_sessions where session_id = any(${ids}))`.execute(tx)
  await tellEditions(ctx, tx, ids)
}
