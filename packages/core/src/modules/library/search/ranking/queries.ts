import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import type { ParsedQuery, Plan } from '../plan/types.ts'
import { scoreDocuments } from './rules.ts'
import type { Filters, Page, Ranking } from './types.ts'

/** Kinds that a reader rather wants, everything else being equal; and how much a year of age costs, at most ten of them. */
const kindWeights = sql`case d.kind when 'topic' then 1.05 when 'edition' then 0.95 when 'recap' then 0.9
  when 'news' then 0.9 when 'material' then 0.8 when 'page' then 0.7 else 1 end`
const costOfAge = 0.01

function phrasesAndExclusions({ phrases, excluded }: ParsedQuery): RawBuilder<unknown> {
  // Looked up for each candidate: a join would read the texts of the whole collection before it knows whose it needs.
  const conditions = phrases.map(
    (phrase) => sql`and (select position(${phrase} in t.words) > 0 from search_texts t where t.document_id = d.id)`,
  )
  if (excluded.length > 0)
    conditions.push(sql`and not exists (select from search_postings x
      where x.term = any(${excluded}) and d.id = any(x.documents))`)
  return sql.join(conditions, sql` `)
}

/** An array as PostgreSQL writes it: for thousands of numbers much quicker than what the driver does. */
function numbers(values: readonly number[]): string {
  return `{${values.join(',')}}`
}

function found(plan: Plan, { kinds, years, topics, lands }: Filters): RawBuilder<unknown> {
  const scored = scoreDocuments(plan)
  const complete = scored.filter((document) => document.isComplete).length
  return sql`candidates as (
      select d.id, d.kind, d.years, d.topics, d.lands, d.latest_year, s.place <= ${complete} as is_complete, s.score * ${kindWeights} as score,
        ${kinds.length === 0} or d.kind = any(${kinds}::text[]) as in_kind,
        ${years.length === 0} or d.years && ${years}::integer[] as in_year,
        ${topics.length === 0} or d.topics && ${topics}::text[] as in_topic,
        ${lands.length === 0} or d.lands && ${lands}::text[] as in_land
      from unnest(${numbers(scored.map(({ id }) => id))}::integer[],
        ${numbers(scored.map(({ score }) => Math.round(score)))}::integer[]) with ordinality as s(id, score, place)
      join search_documents d on d.id = s.id
      where true ${phrasesAndExclusions(plan.query)}),
    newest as (select max(latest_year) as year from candidates),
    found as materialized (
      select c.*, c.score * (1 - ${costOfAge}::real * least(10, n.year - coalesce(c.latest_year, n.year - 5))) as rank
      from candidates c, newest n)`
}

const facets = sql`jsonb_build_object(
  'kind', (select coalesce(jsonb_agg(f), '[]') from (select kind as value, count(*) as count from found
    where in_year and in_topic and in_land group by kind order by 2 desc, 1) f),
  'year', (select coalesce(jsonb_agg(f), '[]') from (select y as value, count(*) as count from found, unnest(years) as y
    where in_kind and in_topic and in_land group by y order by 1 desc) f),
  'topic', (select coalesce(jsonb_agg(f), '[]') from (select t as value, count(*) as count from found, unnest(topics) as t
    where in_kind and in_year and in_land group by t order by 2 desc, 1 limit 50) f),
  'land', (select coalesce(jsonb_agg(f), '[]') from (select l as value, count(*) as count from found, unnest(lands) as l
    where in_kind and in_year and in_topic group by l order by 2 desc, 1) f))`

/** What answers the plan under the filters: one statement, whatever is found. */
export async function rank(db: Db, plan: Plan, filters: Filters, page: Page): Promise<Ranking> {
  const result = await sql<{ result: Ranking }>`with ${found(plan, filters)},
    hits as (select id, is_complete, rank from found where in_kind and in_year and in_topic and in_land
      order by rank desc, id limit ${page.limit} offset ${page.offset})
    select jsonb_build_object(
      'total', (select count(*) from found where in_kind and in_year and in_topic and in_land),
      'page', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'isComplete', is_complete) order by rank desc, id), '[]')
        from hits),
      'facets', ${facets}) as result`.execute(db)
  return result.rows[0]!.result
}
