import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { listOrganisationsById } from '../queries.ts'
import { foldOrganisationName } from '../rules.ts'
import type { OrganisationProfile } from './types.ts'

/** The organisation with this id. Two queries. */
export async function findOrganisationProfile(db: Db, id: string): Promise<OrganisationProfile | null> {
  const [organisation] = await listOrganisationsById(db, [id])
  if (!organisation) return null
  const more = await db
    .selectFrom('organisations')
    .leftJoin('register_entries', 'register_entries.ars', 'organisations.ars')
    .select(['revision', sql<string | null>`concat_ws(', ', register_entries.name, designation)`.as('registerName')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...organisation, revision: more.revision, registerName: more.registerName || null }
}

/** Another organisation that is known by one of `names`, in whatever spelling. One query. */
export async function findKnownOrganisation(
  db: Db,
  names: readonly string[],
  exceptId = '',
): Promise<{ readonly id: string; readonly name: string } | null> {
  const folded = names.map(foldOrganisationName)
  const row = await db
    .selectFrom('organisation_names')
    .innerJoin('organisations', 'organisations.id', 'organisation_names.organisation_id')
    .select(['organisations.id', 'organisations.name'])
    .where(sql<boolean>`folded = any(${folded})`)
    .where('organisations.id', '<>', exceptId)
    .orderBy('organisations.id')
    .executeTakeFirst()
  return row ?? null
}

/** The address of the organisation that was once to be found under `slug`. */
export async function findOrganisationSlug(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation_slugs')
    .innerJoin('organisations', 'organisations.id', 'organisation_slugs.organisation_id')
    .select('organisations.slug')
    .where('organisation_slugs.slug', '=', slug)
    .executeTakeFirst()
  return row?.slug ?? null
}
