import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import type { CandidateList } from './types.ts'

/** The latest edition of the series before this one whose programme was published. One query. */
async function findFormer(db: Db, { seriesId, editionId }: EditionScope): Promise<CandidateList['from']> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('published_programmes', 'published_programmes.edition_id', 'editions.id')
    .select(['editions.id', 'editions.name', 'editions.slug'])
    .where('editions.series_id', '=', seriesId)
    .where('editions.id', '<>', editionId)
    .where((of) =>
      of(
        sql`coalesce(editions.starts_on, '-infinity')`,
        '<',
        sql`(select coalesce(starts_on, 'infinity') from editions where id = ${editionId})`,
      ),
    )
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('editions.slug', 'desc')
    .executeTakeFirst()
  return row ?? null
}

type Row = Omit<CandidateList['candidates'][number], 'name'> & { name: string; academicTitle: string | null }

/** Who appeared at the edition before this one, by name: people are asked anew every year. Two queries. */
export async function listCandidates(ctx: Context, scope: EditionScope): Promise<CandidateList> {
  ctx.authorize('programme.edit', scope)
  const from = await findFormer(ctx.db, scope)
  if (!from) return { from, candidates: [] }
  const { rows } = await sql<Row>`
    select persons.id as "personId", persons.name, persons.academic_title as "academicTitle",
      (array_agg(held.function order by held.session_id))[1] as function,
      (array_agg(coalesce(organisations.name, held.organisation_name) order by held.session_id))[1] as "organisationName",
      array_agg(distinct published_sessions.title) as sessions,
      exists (select from appearances there join sessions on sessions.id = there.session_id
        where there.person_id = persons.id and sessions.edition_id = ${scope.editionId} and sessions.state <> 'removed'
      ) as "isThere",
      exists (select from person_contacts known where known.person_id = persons.id and email <> '')
        or exists (select from accounts join account_addresses on account_id = accounts.id
          where accounts.person_id = persons.id and disabled_at is null) as "hasAddress"
    from published_appearances held join published_sessions using (session_id)
    join persons on persons.id = held.person_id
    left join organisations on organisations.id = held.organisation_id
    where held.edition_id = ${from.id} and held.state = 'planned'
    group by persons.id order by persons.sort_key, persons.id`.execute(ctx.db)
  return {
    from,
    candidates: rows.map(({ academicTitle, ...row }) => ({ ...row, name: titledName({ ...row, academicTitle }) })),
  }
}
