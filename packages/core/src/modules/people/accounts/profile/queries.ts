import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { RoleName } from '../../../../kernel/actor.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Tables } from '../../../../platform/database/tables.ts'
import { ownAccountOf } from '../policy.ts'
import type { OwnAccount, PlacedRole } from './types.ts'

/** The roles of `accounts.id`, each with the names of what it is confined to. */
export function selectPlacedRoles(of: ExpressionBuilder<Tables, 'accounts'>) {
  return jsonArrayFrom(
    of
      .selectFrom('role_grants')
      .leftJoin('series', 'series.id', 'role_grants.series_id')
      .leftJoin('editions', 'editions.id', 'role_grants.edition_id')
      .leftJoin('tracks', 'tracks.id', 'role_grants.track_id')
      .select((row) => ['role', row.fn.coalesce('editions.name', 'series.name').as('place'), 'tracks.name as track'])
      .$castTo<PlacedRole & { role: RoleName }>()
      .whereRef('role_grants.account_id', '=', 'accounts.id')
      .orderBy('role')
      .orderBy('place'),
  )
}

/** What the actor's own page shows of their account. */
export async function findOwnAccount(ctx: Context): Promise<OwnAccount> {
  const found = await ctx.db
    .selectFrom('accounts')
    .leftJoin('persons', 'persons.id', 'accounts.person_id')
    .leftJoin('account_addresses', 'account_addresses.account_id', 'accounts.id')
    .select((of) => [
      'accounts.name',
      'persons.name as personName',
      'address',
      of
        .exists(of.selectFrom('account_identities').select('issuer').whereRef('account_id', '=', 'accounts.id'))
        .as('isConnected'),
      selectPlacedRoles(of as never).as('roles'),
    ])
    .where('accounts.id', '=', ownAccountOf(ctx))
    .executeTakeFirstOrThrow()
  return { ...found, isConnected: Boolean(found.isConnected) }
}
