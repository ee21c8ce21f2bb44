import { sql } from 'kysely'
import { slugify } from '../../../kernel/slug.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { erasedPerson } from './erased/rules.ts'
import { referenceOf } from './matching/rules.ts'
import { foldName, parsePersonName } from './names/rules.ts'
import type { KnownPerson, PersonInput } from './types.ts'

/** Persons whom one of `inputs` may mean: by id or reference, or by name within `scope`. Four queries whatever their number. */
export async function listPossiblePersons(
  db: Db,
  scope: string,
  inputs: readonly PersonInput[],
): Promise<KnownPerson[]> {
  const references = JSON.stringify(inputs.map((one) => ({ source: one.source, reference: referenceOf(one) })))
  const folded = [...new Set(inputs.map((one) => foldName(one.name)))]
  const own = [erasedPerson.id, ...inputs.flatMap((one) => (one.id ? [one.id] : []))]
  const meant = await sql<{ id: string }>`
    select person_id as id from person_references
      join jsonb_to_recordset(${references}::jsonb) as said (source text, reference text) using (source, reference)
    union
    select person_names.person_id from person_names
      join person_references on person_references.person_id = person_names.person_id and source = ${scope}
      where folded = any(${folded})
    union
    select id from persons where id = any(${own})`.execute(db)
  const ids = meant.rows.map((row) => row.id)
  const [persons, names, known] = await Promise.all([
    db
      .selectFrom('persons')
      .select(['id', 'slug', 'name', 'academic_title as academicTitle', 'biography', 'website'])
      .where(sql<boolean>`id = any(${ids})`)
      .orderBy('id')
      .execute(),
    db.selectFrom('person_names').selectAll().where(sql<boolean>`person_id = any(${ids})`).execute(),
    db.selectFrom('person_references').selectAll().where(sql<boolean>`person_id = any(${ids})`).execute(),
  ])
  const spellings = Map.groupBy(names, (row) => row.person_id)
  const referred = Map.groupBy(known, (row) => row.person_id)
  return persons.map((person) => ({
    ...person,
    spellings: (spellings.get(person.id) ?? []).map((row) => row.folded),
    references: (referred.get(person.id) ?? []).map(({ source, reference }) => ({ source, reference })),
  }))
}

/** The slugs in use, now or once, that a new person with one of these names could collide with. One query. */
export async function listTakenSlugs(db: Db, inputs: readonly Pick<PersonInput, 'name'>[]): Promise<string[]> {
  const wanted = [...new Set(inputs.map((one) => slugify(parsePersonName(one.name).name, 60) || 'person'))]
  const rows = await db
    .selectFrom((of) =>
      of.selectFrom('persons').select('slug').unionAll(of.selectFrom('person_slugs').select('slug')).as('used'),
    )
    .select('slug')
    .where(sql<boolean>`(slug = any(${wanted}) or regexp_replace(slug, '-[0-9]+$', '') = any(${wanted}))`)
    .execute()
  return rows.map((row) => row.slug)
}
