import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { slugify, uniqueSlug } from '../../../kernel/slug.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows, upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { findOrganisationsByName, listTakenSlugs } from './queries.ts'
import { foldOrganisationName } from './rules.ts'
import type { OrganisationInput } from './schema.ts'
import type { EnsuredOrganisation } from './types.ts'

/** Only one transaction at a time adds organisations, so that none is made twice. */
export async function lockOrganisations(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('fachtag.organisations'))`.execute(tx)
}

/** The organisations that do not exist yet, one for each folded name, with a slug of their own. */
async function addOrganisations(tx: Transaction, missing: ReadonlyMap<string, string>): Promise<EnsuredOrganisation[]> {
  const taken = await listTakenSlugs(
    tx,
    [...missing.values()].map((name) => slugify(name)),
  )
  const added = [...missing].map(([folded, name]) => ({
    id: newId('organisation'),
    slug: uniqueSlug(slugify(name), taken, 'organisation'),
    name,
    folded,
  }))
  await insertRows(
    tx,
    'organisations',
    added.map(({ id, slug, name }) => ({
      id,
      slug,
      name,
      kind: 'other' as const,
      country: 'DE',
      description: {},
      ...now(),
    })),
  )
  await insertRows(
    tx,
    'organisation_names',
    added.map(({ id, name, folded }) => ({ organisation_id: id, name, folded })),
  )
  return added.map(({ id, slug, name }) => ({ id, slug, name }))
}

function now() {
  const instant = Temporal.Now.instant().toString()
  return { created_at: instant, updated_at: instant }
}

/**
 * Makes sure that each of `names` is an organisation, and says which, in their order. A name or alias that is known (the
 * rule: `foldOrganisationName`) means that organisation; any other becomes one of kind `other`. The number of queries does
 * not grow with the names.
 */
export async function ensureOrganisations(tx: Transaction, names: readonly string[]): Promise<EnsuredOrganisation[]> {
  if (names.length === 0) return []
  await lockOrganisations(tx)
  const folded = names.map(foldOrganisationName)
  const known = await findOrganisationsByName(tx, names)
  const missing = new Map<string, string>()
  for (const [index, key] of folded.entries()) {
    if (!known.has(key) && !missing.has(key)) missing.set(key, names[index]!.trim())
  }
  if (missing.size > 0) {
    const added = await addOrganisations(tx, missing)
    for (const [index, key] of [...missing.keys()].entries()) known.set(key, added[index]!)
    await touchPublication(tx)
  }
  return folded.map((key) => known.get(key)!)
}

/**
 * Writes `inputs` in full: an organisation whose slug exists takes the new values, any other is added. Answers slug → id.
 * Names it was known by before stay known only if they are in `aliases`.
 */
export async function saveOrganisations(
  ctx: Context,
  inputs: readonly OrganisationInput[],
): Promise<ReadonlyMap<string, string>> {
  ctx.authorize('organisation.manage', null)
  return ctx.transaction(async (tx) => {
    await lockOrganisations(tx)
    const rows = inputs.map((input) => ({
      id: newId('organisation'),
      slug: input.slug,
      name: input.name,
      short_name: input.shortName ?? null,
      kind: input.kind,
      ars: input.ars ?? null,
      land: input.land ?? null,
      country: input.country,
      website: input.website ?? null,
      description: input.description,
      updated_at: ctx.now().toString(),
      created_at: ctx.now().toString(),
    }))
    const ids = await saveRows(tx, rows)
    await saveNames(tx, inputs, ids)
    await touchPublication(tx)
    return ids
  })
}

type OrganisationRow = Parameters<typeof upsertRows<'organisations'>>[3][number]

/** Rows whose slug is known keep the id and the day they were made. */
async function saveRows(tx: Transaction, rows: readonly OrganisationRow[]): Promise<Map<string, string>> {
  const slugs = rows.map((row) => row.slug)
  const stored = await tx
    .selectFrom('organisations')
    .select(['id', 'slug', 'created_at'])
    .where(sql<boolean>`slug = any(${slugs})`)
    .execute()
  const bySlug = new Map(stored.map((row) => [row.slug, row]))
  const kept = rows.map((row) => ({ ...row, ...bySlug.get(row.slug) }))
  await upsertRows(tx, 'organisations', ['id'], kept)
  return new Map(kept.map((row) => [row.slug, row.id]))
}

async function saveNames(
  tx: Transaction,
  inputs: readonly OrganisationInput[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  await tx
    .deleteFrom('organisation_names')
    .where(sql<boolean>`organisation_id = any(${[...ids.values()]})`)
    .execute()
  const names = inputs.flatMap((input) =>
    [...new Set([input.name, ...input.aliases])].map((name) => ({
      organisation_id: ids.get(input.slug)!,
      name,
      folded: foldOrganisationName(name),
    })),
  )
  await insertRows(tx, 'organisation_names', names)
}
