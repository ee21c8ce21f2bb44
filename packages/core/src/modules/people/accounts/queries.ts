import type { Db } from '../../../platform/database/tables.ts'

/** The accounts that run the installation and can sign in. */
export function selectOperators(db: Db) {
  return db
    .selectFrom('accounts')
    .select('accounts.id')
    .where('disabled_at', 'is', null)
    .where((of) =>
      of.exists(
        of
          .selectFrom('role_grants')
          .select('role_grants.id')
          .whereRef('account_id', '=', 'accounts.id')
          .where('role', '=', 'operator'),
      ),
    )
}

/** Whether anybody can run the installation yet. While nobody can, the start of the server prints a one-time link. */
export async function hasOperator(db: Db): Promise<boolean> {
  return (await selectOperators(db).limit(1).executeTakeFirst()) !== undefined
}

/** The account that an address belongs to, as `foldAddress` gives it; undefined when it is nobody's, or the account is disabled. */
export function findByAddress(db: Db, folded: string): Promise<{ id: string; address: string } | undefined> {
  return db
    .selectFrom('account_addresses')
    .innerJoin('accounts', 'accounts.id', 'account_addresses.account_id')
    .select(['accounts.id', 'address'])
    .where('folded', '=', folded)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Whether an account has a role, and anything that could be given as a second factor. */
export type Standing = { readonly hasRoles: boolean; readonly hasFactor: boolean }

export async function findStanding(db: Db, accountId: string): Promise<Standing> {
  const found = await db
    .selectFrom('accounts')
    .select((of) => [
      of.exists(of.selectFrom('role_grants').select('id').where('account_id', '=', accountId)).as('hasRoles'),
      of.exists(of.selectFrom('passkeys').select('id').where('account_id', '=', accountId)).as('hasPasskey'),
      of
        .exists(
          of
            .selectFrom('totp_secrets')
            .select('account_id')
            .where('account_id', '=', accountId)
            .where('confirmed_at', 'is not', null),
        )
        .as('hasApp'),
    ])
    .where('id', '=', accountId)
    .executeTakeFirst()
  return { hasRoles: Boolean(found?.hasRoles), hasFactor: Boolean(found?.hasPasskey || found?.hasApp) }
}
