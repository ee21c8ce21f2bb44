import { type RoleName, roleNames } from '../../../kernel/actor.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { authorizeRoles, type RoleTarget } from './policy.ts'
import type { RoleGrant, RoleHolder } from './types.ts'

function selectGrants(db: Db) {
  return db
    .selectFrom('role_grants')
    .select([
      'role_grants.id',
      'role_grants.account_id as accountId',
      'role_grants.role',
      'role_grants.series_id as seriesId',
      'role_grants.edition_id as editionId',
      'role_grants.track_id as trackId',
      'role_grants.origin',
      'role_grants.granted_at as grantedAt',
    ])
    .orderBy('role_grants.role')
    .orderBy('role_grants.granted_at')
    .orderBy('role_grants.id')
}

/** The roles given for exactly this place: not those of the series for one of its editions. */
export function listGrants(db: Db, { seriesId, editionId }: RoleTarget): Promise<RoleGrant[]> {
  return selectGrants(db)
    .where('series_id', 'is not distinct from', seriesId)
    .where('edition_id', 'is not distinct from', editionId)
    .execute()
}

/** The roles given for exactly this place, each with who has it. In the order of the roles, then by name. */
export async function listRoleHolders(ctx: Context, place: RoleTarget): Promise<RoleHolder[]> {
  authorizeRoles(ctx, place)
  const holders = await selectGrants(ctx.db)
    .innerJoin('accounts', 'accounts.id', 'role_grants.account_id')
    .leftJoin('persons', 'persons.id', 'accounts.person_id')
    .leftJoin('tracks', 'tracks.id', 'role_grants.track_id')
    .select((of) => [
      of.fn.coalesce('persons.name', 'accounts.name').as('name'),
      'tracks.name as track',
      'accounts.disabled_at as disabledAt',
      of
        .selectFrom('account_addresses')
        .select('address')
        .whereRef('account_id', '=', 'accounts.id')
        .orderBy('verified_at')
        .limit(1)
        .as('address'),
    ])
    .where('role_grants.series_id', 'is not distinct from', place.seriesId)
    .where('role_grants.edition_id', 'is not distinct from', place.editionId)
    .execute()
  const order = (role: RoleName) => roleNames.indexOf(role)
  const byName = new Intl.Collator('de').compare
  return holders
    .map(({ disabledAt, ...holder }) => ({ ...holder, isDisabled: disabledAt !== null }))
    .sort((a, b) => order(a.role) - order(b.role) || byName(a.name ?? a.address ?? '', b.name ?? b.address ?? ''))
}

/** The roles of an account. */
export function listGrantsOf(db: Db, accountId: string): Promise<RoleGrant[]> {
  return selectGrants(db).where('account_id', '=', accountId).execute()
}
