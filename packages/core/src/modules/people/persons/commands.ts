import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows, upsertRows } from '../../../platform/database/rows.ts'
import type { Db, Transaction } from '../../../platform/database/tables.ts'
import { matchPersons } from './matching/rules.ts'
import { listPossiblePersons, listTakenSlugs } from './queries.ts'
import type { EnsuredPerson, PersonInput, PersonPlan } from './types.ts'

/**
 * Decides who `inputs` are without writing anything; `savePersons` writes it. `seriesId` is the series within which a
 * person may be recognised by name (the rule: `matchPersons`).
 */
export async function planPersons(db: Db, seriesId: string, inputs: readonly PersonInput[]): Promise<PersonPlan> {
  const scope = `series:${seriesId}`
  const known = await listPossiblePersons(db, scope, inputs)
  const takenSlugs = await listTakenSlugs(db, inputs)
  return matchPersons({ scope, inputs, known, takenSlugs, newId: () => newId('person') })
}

/** Only one transaction at a time plans and saves persons, so that nobody is made twice and no slug is given twice. */
export async function lockPersons(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('fachtag.persons'))`.execute(tx)
}

/** Writes what `planPersons` decided, in the transaction that called `lockPersons` before it. Three statements at most. */
export async function savePersons(tx: Transaction, plan: PersonPlan): Promise<void> {
  const updatedAt = Temporal.Now.instant().toString()
  const persons = plan.saves.map((person) => ({
    id: person.id,
    slug: person.slug,
    name: person.name,
    academic_title: person.academicTitle,
    given_name: person.givenName,
    family_name: person.familyName,
    sort_key: person.sortKey,
    biography: person.biography,
    website: person.website,
    updated_at: updatedAt,
  }))
  await upsertRows(tx, 'persons', ['id'], persons)
  const names = plan.spellings.map(({ personId, name, folded }) => ({ person_id: personId, name, folded }))
  await upsertRows(tx, 'person_names', ['person_id', 'name'], names)
  const references = plan.references.map(({ personId, ...reference }) => ({ ...reference, person_id: personId }))
  await insertRows(tx, 'person_references', references)
  if (persons.length > 0) await touchPublication(tx)
}

/** Makes sure that each of `inputs` is a person, and says which, in their order. The number of queries does not grow with them. */
export async function ensurePersons(
  tx: Transaction,
  seriesId: string,
  inputs: readonly PersonInput[],
): Promise<EnsuredPerson[]> {
  await lockPersons(tx)
  const plan = await planPersons(tx, seriesId, inputs)
  await savePersons(tx, plan)
  return [...plan.ensured]
}
