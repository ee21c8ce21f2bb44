import type { Db } from '../../../platform/database/tables.ts'
import type { RoleTarget } from './policy.ts'
import type { RoleGrant } from './types.ts'

function selectGrants(db: Db) {
  return db
    .selectFrom('role_grants')
    .select([
      'id',
      'account_id as accountId',
      'role',
      'series_id as seriesId',
      'edition_id as editionId',
      'track_id as trackId',
      'origin',
      'granted_at as grantedAt',
    ])
    .orderBy('role')
    .orderBy('granted_at')
    .orderBy('id')
}

/** The roles given for exactly this place: not those of the series for one of its editions. */
export function listGrants(db: Db, { seriesId, editionId }: RoleTarget): Promise<RoleGrant[]> {
  return selectGrants(db)
    .where('series_id', 'is not distinct from', seriesId)
    .where('edition_id', 'is not distinct from', editionId)
    .execute()
}

/** The roles of an account. */
export function listGrantsOf(db: Db, accountId: string): Promise<RoleGrant[]> {
  return selectGrants(db).where('account_id', '=', accountId).execute()
}
