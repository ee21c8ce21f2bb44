import { sql } from 'kysely'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { selectEditionSessions, toEditionSession } from '../sessions/queries.ts'
import type { EditionSession } from '../sessions/types.ts'
import type { PersonEntry, PersonList, PublicAppearance, PublicPerson } from './types.ts'

/** Everything a person publicly appears in, the newest edition first. One query. */
export async function listAppearances(db: Db, personId: string): Promise<PublicAppearance[]> {
  const rows = await selectEditionSessions(db)
    .innerJoin('published_appearances as held', 'held.session_id', 'published_sessions.session_id')
    .leftJoin('organisations', 'organisations.id', 'held.organisation_id')
    .select([
      'held.role',
      'held.mode',
      'held.state',
      'held.function',
      'held.organisation_name as organisationName',
      'organisations.slug as organisationSlug',
    ])
    .where('held.person_id', '=', personId)
    .orderBy('held.position')
    .execute()
  return rows.map((row) => ({
    ...toEditionSession(row),
    role: row.role,
    mode: row.mode,
    state: row.state,
    function: row.function,
    organisationSlug: row.organisationSlug,
    organisationName: row.organisationName,
  }))
}

/** What the actor's own person publicly appears in, and the slug of that person; nothing for an account without one. Two queries. */
export async function listOwnAppearances(
  ctx: Context,
): Promise<{ readonly slug: string | null; readonly appearances: readonly PublicAppearance[] }> {
  ctx.authorize('appearance.own', null)
  const personId = ctx.actor.kind === 'account' ? ctx.actor.personId : null
  if (!personId) return { slug: null, appearances: [] }
  const [person, appearances] = await Promise.all([
    ctx.db.selectFrom('persons').select('slug').where('id', '=', personId).executeTakeFirst(),
    listAppearances(ctx.db, personId),
  ])
  return { slug: person?.slug ?? null, appearances }
}

/** The person with this slug, if anything public names them; null otherwise. Two queries. */
export async function findPublicPerson(db: Db, slug: string): Promise<PublicPerson | null> {
  const person = await db
    .selectFrom('persons')
    .select(['id', 'slug', 'name', 'academic_title as academicTitle', 'biography', 'website'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!person) return null
  const appearances = await listAppearances(db, person.id)
  if (appearances.length === 0) return null
  return { ...person, appearances }
}

const letter = sql<string>`case when left(persons.sort_key, 1) between 'a' and 'z'
  then upper(left(persons.sort_key, 1)) else '#' end`

/** Persons with a public appearance, each once, with the newest of their appearances. */
function publicPersons(db: Db) {
  return db
    .selectFrom('published_appearances as held')
    .innerJoin('editions', 'editions.id', 'held.edition_id')
    .select((of) => [
      'held.person_id',
      of.fn.count<number>('held.session_id').distinct().as('sessionCount'),
      sql<string | null>`(array_agg(held.function order by editions.starts_on desc nulls last, held.session_id))[1]`.as(
        'function',
      ),
      sql<
        string | null
      >`(array_agg(held.organisation_name order by editions.starts_on desc nulls last, held.session_id))[1]`.as(
        'organisationName',
      ),
    ])
    .where('editions.visibility', '=', 'public')
    .where('held.person_id', 'is not', null)
    .groupBy('held.person_id')
}

/**
 * Persons who publicly appear, by family name as German lists sort it, `size` of them from `offset` on; with `startsWith`
 * only those under that letter (`A` to `Z`, `#` for the rest). Two queries whatever the size.
 */
export async function listPublicPersons(
  db: Db,
  page: { readonly startsWith?: string | undefined; readonly offset?: number; readonly size?: number } = {},
): Promise<PersonList> {
  const { startsWith, offset = 0, size = 100 } = page
  const all = db.selectFrom(publicPersons(db).as('known')).innerJoin('persons', 'persons.id', 'known.person_id')
  const letters = await all
    .select((of) => [letter.as('letter'), of.fn.countAll<number>().as('count')])
    .groupBy(letter)
    .orderBy(sql`1`)
    .execute()
  const persons: PersonEntry[] = await all
    .select([
      'persons.slug',
      'persons.name',
      'persons.academic_title as academicTitle',
      letter.as('letter'),
      'known.sessionCount',
      'known.function',
      'known.organisationName',
    ])
    .$if(startsWith !== undefined, (query) => query.where(letter, '=', startsWith ?? ''))
    .orderBy('persons.sort_key')
    .orderBy('persons.id')
    .offset(offset)
    .limit(size)
    .execute()
  const counted = letters.filter((one) => startsWith === undefined || one.letter === startsWith)
  return { persons, letters, total: counted.reduce((sum, one) => sum + one.count, 0) }
}

/** The public sessions in which somebody appeared for an organisation, the newest edition first. One query. */
export async function listOrganisationSessions(db: Db, organisationId: string): Promise<EditionSession[]> {
  const rows = await selectEditionSessions(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('published_appearances as held')
          .select('held.position')
          .whereRef('held.session_id', '=', 'published_sessions.session_id')
          .where('held.organisation_id', '=', organisationId),
      ),
    )
    .execute()
  return rows.map(toEditionSession)
}
