import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { ownAccountOf } from '../policy.ts'
import type { OwnFactors } from './types.ts'

/** The second factors of an account, and how many recovery codes it has left. */
export async function findFactors(db: Db, accountId: string): Promise<OwnFactors> {
  const [passkeys, app, { left }] = await Promise.all([
    db
      .selectFrom('passkeys')
      .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
      .where('account_id', '=', accountId)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('totp_secrets')
      .select('account_id')
      .where('account_id', '=', accountId)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst(),
    db
      .selectFrom('recovery_codes')
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .where('account_id', '=', accountId)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow(),
  ])
  return { passkeys, hasApp: app !== undefined, recoveryCodes: left }
}

/** The actor's own second factors. */
export function findOwnFactors(ctx: Context): Promise<OwnFactors> {
  return findFactors(ctx.db, ownAccountOf(ctx))
}
