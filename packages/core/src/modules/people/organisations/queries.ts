import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { Organisation } from './types.ts'

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
