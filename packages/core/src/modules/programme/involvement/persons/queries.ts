import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { scopesOfEditions } from '../../../editions/scope/queries.ts'
import { erasedPerson } from '../../../people/persons/erased/rules.ts'
import { foldName, parsePersonName, titledName } from '../../../people/persons/names/rules.ts'
import type { DirectoryList, DirectoryPage, Involvement, PersonEntry } from '../types.ts'

type PublishedView = Pick<Involvement, 'title' | 'role' | 'state'>

/** Persons all of whose words in `text` stand in one of their spellings; accents and spelling of umlauts do not count. */
function isNamed(text: string): RawBuilder<boolean> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8)
  const conditions = words.map((word) => {
    const [folded, plain] = [foldName(word), parsePersonName(word).sortKey].map(
      (one) => `%${one.replace(/[\\%_]/g, '\\$&')}%`,
    )
    return sql<boolean>`(sort_key like ${plain} or exists (
      select from person_names known where known.person_id = persons.id and known.folded like ${folded}))`
  })
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : sql<boolean>`true`
}

/** The persons of all series, by family name, `size` of them from `offset` on. Two queries whatever their number. */
export async function listDirectoryPersons(
  ctx: Context,
  page: DirectoryPage = {},
): Promise<DirectoryList<PersonEntry>> {
  ctx.authorize('directory.view', null)
  const { text = '', offset = 0, size = 50 } = page
  const matching = ctx.db.selectFrom('persons').where(isNamed(text)).where('persons.id', '<>', erasedPerson.id)
  const { total } = await matching.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .select([
      'persons.id',
      'persons.name',
      'persons.academic_title as academicTitle',
      sql<number>`(select count(distinct session_id) from published_appearances where person_id = persons.id)`.as(
        'sessions',
      ),
    ])
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('published_appearances as held')
          .innerJoin('published_sessions', 'published_sessions.session_id', 'held.session_id')
          .leftJoin('organisations', 'organisations.id', 'held.organisation_id')
          .select([
            'held.function',
            sql<string | null>`coalesce(organisations.name, held.organisation_name)`.as('organisationName'),
          ])
          .whereRef('held.person_id', '=', 'persons.id')
          .orderBy('published_sessions.day', (order) => order.desc().nullsLast())
          .orderBy('held.session_id')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['latest.function', 'latest.organisationName'])
    .orderBy('persons.sort_key')
    .orderBy('persons.id')
    .offset(offset)
    .limit(size)
    .execute()
  return {
    total,
    entries: rows.map(({ academicTitle, ...row }) => ({ ...row, name: titledName({ ...row, academicTitle }) })),
  }
}

function selectInvolvements(db: Db, personId: string) {
  return db
    .selectFrom('appearances')
    .innerJoin('sessions', 'sessions.id', 'appearances.session_id')
    .innerJoin('editions', 'editions.id', 'sessions.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select([
      'sessions.id as sessionId',
      'sessions.title',
      'appearances.role',
      'appearances.state',
      sql<PublishedView | null>`(select jsonb_build_object('title', shown.title, 'role', held.role, 'state', held.state)
        from published_appearances held join published_sessions shown using (session_id)
        where session_id = sessions.id and held.person_id = appearances.person_id and editions.visibility = 'public'
        order by held.position limit 1)`.as('published'),
      'editions.id as editionId',
      'editions.name as editionName',
      'editions.slug as editionSlug',
      'series.slug as seriesSlug',
    ])
    .where('appearances.person_id', '=', personId)
    .where('sessions.state', '<>', 'removed')
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('sessions.day')
    .orderBy('sessions.id')
    .execute()
}

/**
 * What a person does at the editions of all series, the newest first: as the draft has it for who may see that, as it was
 * published for everybody else. Two queries whatever their number.
 */
export async function listInvolvements(ctx: Context, personId: string): Promise<Involvement[]> {
  ctx.authorize('directory.view', null)
  const rows = await selectInvolvements(ctx.db, personId)
  const scopes = await scopesOfEditions(ctx.db, [...new Set(rows.map((row) => row.editionId))])
  return rows.flatMap(({ editionId, published, ...row }) => {
    const scope = scopes.get(editionId)
    const seesDraft = scope !== undefined && ctx.may('programme.view', scope)
    if (seesDraft) return [{ ...row, isPublished: published !== null, mayOpen: ctx.may('programme.edit', scope) }]
    return published ? [{ ...row, ...published, isPublished: true, mayOpen: false }] : []
  })
}
