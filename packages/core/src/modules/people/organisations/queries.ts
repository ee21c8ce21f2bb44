import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { foldOrganisationName } from './rules.ts'
import type { EnsuredOrganisation, Organisation } from './types.ts'

function selectOrganisations(db: Db) {
  return db.selectFrom('organisations').select([
    'organisations.id',
    'organisations.slug',
    'organisations.name',
    'organisations.short_name as shortName',
    'organisations.kind',
    'organisations.ars',
    'organisations.land',
    'organisations.country',
    'organisations.website',
    'organisations.description',
    sql<string[]>`array(select known.name from organisation_names known
      where known.organisation_id = organisations.id and known.name <> organisations.name
      order by lower(known.name), known.name)`.as('aliases'),
  ])
}

/** The organisation with this slug. One query. */
export async function findOrganisation(db: Db, slug: string): Promise<Organisation | null> {
  return (await selectOrganisations(db).where('slug', '=', slug).executeTakeFirst()) ?? null
}

/** The organisations with these ids, by name. One query. */
export function listOrganisationsById(db: Db, ids: readonly string[]): Promise<Organisation[]> {
  return selectOrganisations(db)
    .where(sql<boolean>`organisations.id = any(${ids})`)
    .orderBy('organisations.name')
    .execute()
}

/** Throws `organisation.not_found` unless all of `ids` are organisations. One query. */
export async function requireOrganisations(db: Db, ids: readonly (string | undefined)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))]
  if (wanted.length === 0) return
  const rows = await db.selectFrom('organisations').select('id').where(sql<boolean>`id = any(${wanted})`).execute()
  const missing = wanted.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new DomainError('organisation.not_found', { id: missing })
}

/** The organisations with these slugs, by slug. One query. */
export function listOrganisationsBySlug(db: Db, slugs: readonly string[]): Promise<Organisation[]> {
  return selectOrganisations(db)
    .where(sql<boolean>`organisations.slug = any(${slugs})`)
    .orderBy('organisations.slug')
    .execute()
}

/** Every organisation, by name, `size` of them from `offset` on. One query. */
export function listOrganisations(
  db: Db,
  page: { readonly offset?: number; readonly size?: number } = {},
): Promise<Organisation[]> {
  return selectOrganisations(db)
    .orderBy('organisations.name')
    .orderBy('organisations.id')
    .offset(page.offset ?? 0)
    .limit(page.size ?? 100)
    .execute()
}

/** The slugs in use, now or once, that an organisation with one of the `wanted` slugs could collide with. One query. */
export async function listTakenSlugs(db: Db, wanted: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom((of) =>
      of
        .selectFrom('organisations')
        .select('slug')
        .unionAll(of.selectFrom('organisation_slugs').select('slug'))
        .as('used'),
    )
    .select('slug')
    .where(sql<boolean>`regexp_replace(slug, '-[0-9]+$', '') = any(${wanted}) or slug = any(${wanted})`)
    .execute()
  return new Set(rows.map((row) => row.slug))
}

/** The organisations that `names` mean, whatever their spelling, by folded name; the older of two of one name. One query. */
export async function findOrganisationsByName(
  db: Db,
  names: readonly string[],
): Promise<Map<string, EnsuredOrganisation>> {
  if (names.length === 0) return new Map()
  const folded = [...new Set(names.map(foldOrganisationName))]
  const rows = await db
    .selectFrom('organisation_names')
    .innerJoin('organisations', 'organisations.id', 'organisation_names.organisation_id')
    .select(['organisations.id', 'slug', 'organisations.name', 'folded'])
    .where(sql<boolean>`folded = any(${folded})`)
    .orderBy('organisations.id', 'desc')
    .execute()
  return new Map(rows.map(({ folded: key, ...organisation }) => [key, organisation]))
}
