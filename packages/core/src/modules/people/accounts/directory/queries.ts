import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import { selectPlacedRoles } from '../profile/queries.ts'
import type { ListedAccount } from './types.ts'

/** How many accounts a page lists. */
export const accountsPerPage = 50

/** `%` and `_` of what somebody looks for are signs like any other. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The accounts whose name or address contains `search`, by name; `total` counts all of them. */
export async function listAccounts(
  ctx: Context,
  { search = '', offset = 0 }: { readonly search?: string; readonly offset?: number },
): Promise<{ accounts: ListedAccount[]; total: number }> {
  ctx.authorize('account.manage', null)
  const rows = await ctx.db
    .selectFrom('accounts')
    .leftJoin('persons', 'persons.id', 'accounts.person_id')
    .leftJoin('account_addresses', 'account_addresses.account_id', 'accounts.id')
    .select((of) => [
      'accounts.id',
      of.fn.coalesce('persons.name', 'accounts.name').as('name'),
      'address',
      'disabled_at',
      selectPlacedRoles(of as never).as('roles'),
      sql<boolean>`exists (select from passkeys where account_id = accounts.id)
        or exists (select from totp_secrets where account_id = accounts.id and confirmed_at is not null)`.as(
        'hasFactor',
      ),
      sql<number>`(select count(*) from sign_ins where account_id = accounts.id)`.as('signIns'),
      sql<string | null>`(select max(last_seen_at) from sign_ins where account_id = accounts.id)`.as('lastSeenAt'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .$if(search !== '', (query) =>
      query.where((of) =>
        of.or([
          of('persons.name', 'ilike', containing(search)),
          of('accounts.name', 'ilike', containing(search)),
          of('address', 'ilike', containing(search)),
        ]),
      ),
    )
    .orderBy((of) => of.fn.coalesce('persons.sort_key', 'accounts.name', 'address'))
    .orderBy('accounts.id')
    .limit(accountsPerPage)
    .offset(offset)
    .execute()
  const accounts = rows.map(({ disabled_at, total: _, ...row }) => ({ ...row, isDisabled: disabled_at !== null }))
  return { accounts, total: rows[0]?.total ?? 0 }
}
