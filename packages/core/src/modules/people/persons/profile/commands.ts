import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { SeriesScope, SharedScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import { insertRows, upsertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockPersons } from '../commands.ts'
import { foldName, nameWithFamily } from '../names/rules.ts'
import { listTakenSlugs } from '../queries.ts'
import { listNamesakes } from './queries.ts'
import type { PersonProfileInput } from './schema.ts'
import type { AddPersonOutcome, SaveOutcome } from './types.ts'

function toRow(input: PersonProfileInput, now: Temporal.Instant) {
  const { name, givenName, familyName, sortKey } = nameWithFamily(input.name, input.familyName)
  return {
    name,
    academic_title: input.academicTitle ?? null,
    given_name: givenName,
    family_name: familyName,
    sort_key: sortKey,
    biography: input.biography,
    website: input.website ?? null,
    updated_at: now.toString(),
  }
}

/** Makes `names` everything that the person is called. */
async function saveNames(tx: Transaction, personId: string, names: readonly string[]): Promise<void> {
  const kept = [...new Set(names)]
  await tx
    .deleteFrom('person_names')
    .where('person_id', '=', personId)
    .where(sql<boolean>`name <> all(${kept})`)
    .execute()
  const rows = kept.map((name) => ({ person_id: personId, name, folded: foldName(name) }))
  await upsertRows(tx, 'person_names', ['person_id', 'name'], rows)
}

/**
 * Adds a person whom a series wants to have to do with. Where somebody of that name is known nothing is written and the
 * answer says who, unless `isAnother` says that they are not meant.
 */
export async function addPerson(
  ctx: Context,
  series: SeriesScope,
  input: PersonProfileInput,
  isAnother = false,
): Promise<AddPersonOutcome> {
  ctx.authorize('person.add', series)
  return ctx.transaction(async (tx) => {
    await lockPersons(tx)
    const namesakes = isAnother ? [] : await listNamesakes(tx, input.name)
    if (namesakes.length > 0) return { kind: 'similar', namesakes }
    const id = newId('person')
    const taken = new Set(await listTakenSlugs(tx, [{ name: input.name }]))
    const slug = uniqueSlug(slugify(input.name, 60), taken, 'person')
    await insertRows(tx, 'persons', [{ id, slug, ...toRow(input, ctx.now()) }])
    await saveNames(tx, id, [input.name, ...input.spellings])
    await insertRows(tx, 'person_references', [{ source: `series:${series.seriesId}`, reference: id, person_id: id }])
    return { kind: 'added', id }
  })
}

/**
 * Gives a person the values of `input`. The name they had stays among the spellings, and the address of their page stays
 * as it is. Throws `person.not_found`.
 */
export async function changePerson(
  ctx: Context,
  person: SharedScope<'person'>,
  input: PersonProfileInput,
  expectedRevision?: number,
): Promise<SaveOutcome> {
  ctx.authorize('person.change', person)
  return ctx.transaction(async (tx) => {
    await lockPersons(tx)
    const state = await lockRevision(tx, 'persons', person.id, expectedRevision)
    if (state === 'changed') return { kind: 'conflict' }
    if (state === 'missing') throw new DomainError('person.not_found', { id: person.id })
    const { name } = await tx.selectFrom('persons').select('name').where('id', '=', person.id).executeTakeFirstOrThrow()
    await saveNames(tx, person.id, [input.name, name, ...input.spellings])
    await tx.updateTable('persons').set(toRow(input, ctx.now())).where('id', '=', person.id).execute()
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'saved' }
  })
}
