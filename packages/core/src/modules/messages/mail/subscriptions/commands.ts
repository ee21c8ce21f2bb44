import { DomainError } from '../../../../kernel/errors.ts'
import { newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { SubscriptionInput } from './schema.ts'

async function setLeft(ctx: Context, { token }: SubscriptionInput, leftAt: string | null): Promise<void> {
  ctx.authorize('mail.unsubscribe', null)
  await ctx.transaction(async (tx) => {
    const changed = await tx
      .updateTable('mail_subscribers')
      .set({ left_at: leftAt })
      .where('token', '=', token)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new DomainError('subscription.not_found')
  })
}

/** Ends the letters of a series to the address that the link was sent to. Doing it again changes nothing. Throws `subscription.not_found`. */
export function unsubscribe(ctx: Context, input: SubscriptionInput): Promise<void> {
  return setLeft(ctx, input, ctx.now().toString())
}

/** Takes that back, for who did it by mistake. Throws `subscription.not_found`. */
export function resubscribe(ctx: Context, input: SubscriptionInput): Promise<void> {
  return setLeft(ctx, input, null)
}

/**
 * The tokens with which each of these addresses (by their hashes) leaves the letters of a series: one and the same for an
 * address in all letters. Answers hash → token.
 */
export async function ensureTokens(
  tx: Transaction,
  seriesId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = hashes.map((address_hash) => ({ token: newToken(), series_id: seriesId, address_hash, left_at: null }))
  await tx
    .insertInto('mail_subscribers')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['series_id', 'address_hash']).doNothing())
    .execute()
  const stored = await tx
    .selectFrom('mail_subscribers')
    .select(['address_hash', 'token'])
    .where('series_id', '=', seriesId)
    .where('address_hash', 'in', [...hashes])
    .execute()
  return new Map(stored.map((row) => [row.address_hash, row.token]))
}
