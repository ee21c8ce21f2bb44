import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { foldName, titledName } from '../names/rules.ts'
import type { Namesake, PersonProfile } from './types.ts'

/** The person with this id. One query. */
export async function findPersonProfile(db: Db, id: string): Promise<PersonProfile | null> {
  const row = await db
    .selectFrom('persons')
    .select([
      'id',
      'slug',
      'revision',
      'name',
      'academic_title as academicTitle',
      'given_name as givenName',
      'family_name as familyName',
      'biography',
      'website',
      sql<string[]>`array(select known.name from person_names known
        where known.person_id = persons.id and known.name <> persons.name order by lower(known.name), known.name)`.as(
        'spellings',
      ),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Everybody who is known by this name, however it is spelled. One query. */
export async function listNamesakes(db: Db, name: string): Promise<Namesake[]> {
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'slug', 'name', 'academic_title as academicTitle'])
    .where('id', 'in', (of) => of.selectFrom('person_names').select('person_id').where('folded', '=', foldName(name)))
    .orderBy('id')
    .execute()
  return rows.map(({ id, slug, ...names }) => ({ id, slug, name: titledName(names) }))
}

/** The address of the person who was once to be found under `slug`. */
export async function findPersonSlug(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('person_slugs')
    .innerJoin('persons', 'persons.id', 'person_slugs.person_id')
    .select('persons.slug')
    .where('person_slugs.slug', '=', slug)
    .executeTakeFirst()
  return row?.slug ?? null
}
