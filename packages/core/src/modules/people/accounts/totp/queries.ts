import type { Context } from '../../../../platform/context/types.ts'
import { ownAccountOf } from '../policy.ts'
import { base32, keyUri } from './rules.ts'
import type { PendingApp } from './types.ts'

/** The app that the actor is setting up; null when none was begun, or it is set up already: then its secret is shown to nobody. */
export async function findPendingApp(ctx: Context, issuer: string): Promise<PendingApp | null> {
  const pending = await ctx.db
    .selectFrom('totp_secrets')
    .leftJoin('account_addresses', 'account_addresses.account_id', 'totp_secrets.account_id')
    .select(['secret', 'address'])
    .where('totp_secrets.account_id', '=', ownAccountOf(ctx))
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  if (!pending) return null
  return { key: base32(pending.secret), uri: keyUri(pending.secret, { issuer, account: pending.address ?? issuer }) }
}
