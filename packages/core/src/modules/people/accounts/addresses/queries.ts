import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { ownAccountOf } from '../policy.ts'
import type { OpenedAddressLink } from './types.ts'

/** What is behind a link to a new address of the actor's. One of somebody else's is unknown. */
export async function findAddressLink(ctx: Context, token: string): Promise<OpenedAddressLink> {
  const change = await ctx.db
    .selectFrom('address_changes')
    .select(['address', 'used_at', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .where('account_id', '=', ownAccountOf(ctx))
    .executeTakeFirst()
  if (!change) return { kind: 'unknown' }
  if (change.used_at) return { kind: 'used' }
  const isOver = Temporal.Instant.compare(change.expires_at, ctx.now()) <= 0
  return isOver ? { kind: 'expired' } : { kind: 'open', address: change.address }
}
