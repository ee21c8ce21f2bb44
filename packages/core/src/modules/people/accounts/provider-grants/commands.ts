import { newId } from '../../../../kernel/ids.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { MappedRole } from '../../../../platform/oidc/role-mapping.ts'

type Place = { readonly seriesId: string | null; readonly editionId: string | null }

/** The places that the mapping names and that exist, by `series/edition` in slugs. */
async function findPlaces(tx: Transaction, roles: readonly MappedRole[]): Promise<Map<string, Place>> {
  const slugs = roles.flatMap(({ series }) => (series === null ? [] : [series]))
  const places = new Map<string, Place>([['/', { seriesId: null, editionId: null }]])
  if (slugs.length === 0) return places
  const rows = await tx
    .selectFrom('series')
    .leftJoin('editions', 'editions.series_id', 'series.id')
    .select(['series.id as seriesId', 'series.slug as series', 'editions.id as editionId', 'editions.slug as edition'])
    .where('series.slug', 'in', slugs)
    .execute()
  for (const { seriesId, editionId, series, edition } of rows) {
    places.set(`${series}/`, { seriesId, editionId: null })
    if (edition !== null) places.set(`${series}/${edition}`, { seriesId, editionId })
  }
  return places
}

const keyOf = (role: string, { seriesId, editionId }: Place) => `${role} ${seriesId} ${editionId}`

/**
 * Makes the roles that the account has from the provider exactly `roles`: what is missing is given, what the provider does
 * not say any more is withdrawn. An edition or a series that does not exist gives nothing.
 */
export async function refreshGrants(
  ctx: Context,
  tx: Transaction,
  accountId: string,
  roles: readonly MappedRole[],
): Promise<void> {
  const places = await findPlaces(tx, roles)
  const wanted = new Map(
    roles.flatMap(({ role, series, edition }) => {
      const place = places.get(`${series ?? ''}/${edition ?? ''}`)
      return place ? [[keyOf(role, place), { role, ...place }] as const] : []
    }),
  )
  const held = await tx
    .selectFrom('role_grants')
    .select(['id', 'role', 'series_id as seriesId', 'edition_id as editionId'])
    .where('account_id', '=', accountId)
    .where('origin', '=', 'oidc')
    .forUpdate()
    .execute()
  const gone = held.filter((grant) => !wanted.has(keyOf(grant.role, grant))).map(({ id }) => id)
  if (gone.length > 0) await tx.deleteFrom('role_grants').where('id', 'in', gone).execute()
  for (const grant of held) wanted.delete(keyOf(grant.role, grant))
  const rows = [...wanted.values()].map(({ role, seriesId, editionId }) => ({
    id: newId('roleGrant'),
    account_id: accountId,
    role,
    series_id: seriesId,
    edition_id: editionId,
    track_id: null,
    origin: 'oidc' as const,
    granted_by: null,
    granted_at: ctx.now().toString(),
  }))
  await insertRows(tx, 'role_grants', rows)
}
