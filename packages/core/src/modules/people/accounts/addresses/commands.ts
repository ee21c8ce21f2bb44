import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import type { Locale } from '../../../../kernel/localized-text.ts'
import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { sendMail } from '../../../messages/mail/commands.ts'
import { authorizeFactorChange } from '../factors/commands.ts'
import { takeTry } from '../limits/commands.ts'
import { ownAccountOf } from '../policy.ts'
import type { TokenInput } from '../schema.ts'
import { endAllBut } from '../sign-ins/commands.ts'
import { findAddressLink } from './queries.ts'
import { addressLinkAddress, addressLinkLifetime, foldAddress } from './rules.ts'
import type { AskAddressOutcome, ConfirmAddressOutcome } from './types.ts'

export type NewAddress = { readonly address: string; readonly locale: Locale }

/**
 * Sends a link to an address that the actor says is theirs. Does and answers the same when the address belongs to somebody
 * else: only who reads its mail learns that. Throws `factor.strong_needed` where a second factor has to be given first.
 */
export async function askForAddress(ctx: Context, input: NewAddress): Promise<AskAddressOutcome> {
  const accountId = await ctx.transaction((tx) => authorizeFactorChange(ctx, tx))
  const tries = await takeTry(ctx, 'change.account', accountId)
  if (tries.kind === 'too-many') return tries
  const [id, token] = [newId('addressChange'), newToken()]
  const until = ctx.now().add(addressLinkLifetime)
  await ctx.transaction(async (tx) => {
    await tx
      .insertInto('address_changes')
      .values({
        id,
        account_id: accountId,
        address: input.address,
        folded: foldAddress(input.address),
        token_hash: hashToken(token),
        created_at: ctx.now().toString(),
        expires_at: until.toString(),
        used_at: null,
      })
      .execute()
    await sendMail(ctx, tx, {
      template: 'account.new_address',
      to: { address: input.address },
      locale: input.locale,
      values: { link: addressLinkAddress(ctx.mailer.origin, input.locale, token), until: until.toString() },
      key: `new-address:${id}`,
      sendBefore: until,
    })
  })
  return { kind: 'asked' }
}

/** Makes `address` that of the account, unless it is another one's. Of two who claim it at once, one gets it. */
export async function claimAddress(
  ctx: Context,
  tx: Transaction,
  { accountId, address }: { accountId: string; address: string },
): Promise<boolean> {
  const folded = foldAddress(address)
  await sql`select pg_advisory_xact_lock(hashtext(${`fachtag.address:${folded}`}))`.execute(tx)
  const owner = await tx
    .selectFrom('account_addresses')
    .select('account_id')
    .where('folded', '=', folded)
    .executeTakeFirst()
  if (owner && owner.account_id !== accountId) return false
  const own = { address, folded, verified_at: ctx.now().toString() }
  await tx
    .insertInto('account_addresses')
    .values({ account_id: accountId, ...own })
    .onConflict((on) => on.column('account_id').doUpdateSet(own))
    .execute()
  return true
}

/** What was sent to the former address is worth nothing any more, and its reader is told. */
async function leaveFormerAddress(
  ctx: Context,
  tx: Transaction,
  {
    accountId,
    former,
    address,
    locale,
  }: { accountId: string; former: string | undefined; address: string; locale: Locale },
): Promise<void> {
  await tx.deleteFrom('sign_in_requests').where('account_id', '=', accountId).execute()
  if (former === undefined) return
  const at = ctx.now().toString()
  await sendMail(ctx, tx, {
    template: 'account.address_changed',
    to: { address: former },
    locale,
    values: { address, at },
    key: `address-changed:${accountId}:${at}`,
  })
}

/**
 * Takes the link that was sent to a new address of the actor's: from now on it is theirs, and the only one. All sign-ins but
 * that of `currentToken` end.
 */
export async function confirmAddress(
  ctx: Context,
  input: TokenInput & { readonly currentToken: string; readonly locale: Locale },
): Promise<ConfirmAddressOutcome> {
  const accountId = ownAccountOf(ctx)
  return ctx.transaction(async (tx) => {
    const taken = await tx
      .updateTable('address_changes')
      .set({ used_at: ctx.now().toString() })
      .where('token_hash', '=', hashToken(input.token))
      .where('account_id', '=', accountId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now().toString())
      .returning('address')
      .executeTakeFirst()
    if (!taken) {
      const { kind } = await findAddressLink(ctx.in(tx), input.token)
      return { kind: kind === 'open' ? 'unknown' : kind }
    }
    const former = await tx
      .selectFrom('account_addresses')
      .select('address')
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    if (!(await claimAddress(ctx, tx, { accountId, address: taken.address }))) return { kind: 'taken' }
    const change = { accountId, former: former?.address, address: taken.address, locale: input.locale }
    await leaveFormerAddress(ctx, tx, change)
    await endAllBut(tx, accountId, input.currentToken)
    return { kind: 'changed' }
  })
}
