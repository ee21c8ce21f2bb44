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
 * Adds persons whom a series wants to have to do with, each as somebody new, in the transaction that called `lockPersons`
 * before. Answers their ids, in order. The number of statements does not grow with them.
 */
export async function introducePersons(
  tx: Transaction,
  series: SeriesScope,
  inputs: readonly PersonProfileInput[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (inputs.length === 0) return []
  const taken = new Set(await listTakenSlugs(tx, inputs))
  const added = inputs.map((input) => ({
    input,
    id: newId('person'),
    slug: uniqueSlug(slugify(input.name, 60), taken, 'person'),
  }))
  const rows = added.map(({ input, id, slug }) => ({ id, slug, ...toRow(input, now) }))
  const names = added.flatMap(({ input, id }) =>
    [...new Set([input.name, ...input.spellings])].map((name) => ({ person_id: id, name, folded: foldName(name) })),
  )
  const references = added.map(({ id }) => ({ source: `series:${series.seriesId}`, reference: id, person_id: id }))
  await insertRows(tx, 'persons', rows)
  await insertRows(tx, 'person_names', names)
  await insertRows(tx, 'person_references', references)
  return added.map(({ id }) => id)
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
    const [id] = await introducePersons(tx, series, [input], ctx.now())
    return { kind: 'added', id: id! }
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
    const former = await tx
      .selectFrom('persons')
      .select(['name', 'academic_title'])
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow()
    const row = toRow(input, ctx.now())
    await saveNames(tx, person.id, [input.name, former.name, ...input.spellings])
    await tx.updateTable('persons').set(row).where('id', '=', person.id).execute()
    await touchPublication(tx)
    if (row.name !== former.name || row.academic_title !== former.academic_title)
      await ctx.publish(tx, 'PersonRenamed', { personId: person.id })
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'saved' }
  })
}
