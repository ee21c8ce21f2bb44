import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { sendMail } from '../../../messages/mail/commands.ts'
import { selectOperators } from '../queries.ts'
import { endAllBut } from '../sign-ins/commands.ts'
import type { DisableOutcome } from './types.ts'

type Which = { readonly accountId: string }

async function lockAccount(tx: Transaction, { accountId }: Which): Promise<void> {
  const found = await tx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().executeTakeFirst()
  if (!found) throw new DomainError('account.not_found', { id: accountId })
}

/** Everything that could still sign the account in, or has. */
async function endEverything(ctx: Context, tx: Transaction, { accountId }: Which): Promise<void> {
  await endAllBut(tx, accountId)
  await tx.deleteFrom('sign_in_requests').where('account_id', '=', accountId).execute()
  await tx.deleteFrom('setup_links').where('account_id', '=', accountId).execute()
  await tx.deleteFrom('address_changes').where('account_id', '=', accountId).execute()
  await tx
    .updateTable('invitations')
    .set({ withdrawn_at: ctx.now().toString() })
    .where('invited_by', '=', accountId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/**
 * Disables an account: its sign-ins end at once, no link, code, passkey or provider opens it, and its open invitations are
 * withdrawn. Nobody disables themselves, and one operator is left. Throws `account.not_found`.
 */
export async function disableAccount(ctx: Context, which: Which): Promise<DisableOutcome> {
  ctx.authorize('account.manage', null)
  if (ctx.actor.kind === 'account' && ctx.actor.accountId === which.accountId) return { kind: 'kept' }
  return ctx.transaction(async (tx) => {
    // Two operators who disable each other at once would leave nobody; also against who withdraws the role meanwhile.
    await sql`lock table role_grants in share row exclusive mode`.execute(tx)
    const operators = await selectOperators(tx).execute()
    if (operators.length === 1 && operators[0]?.id === which.accountId) return { kind: 'kept' }
    await lockAccount(tx, which)
    await tx
      .updateTable('accounts')
      .set({ disabled_at: ctx.now().toString() })
      .where('id', '=', which.accountId)
      .where('disabled_at', 'is', null)
      .execute()
    await endEverything(ctx, tx, which)
    return { kind: 'disabled' }
  })
}

/** Lets an account that was disabled sign in again, with the roles it had. Throws `account.not_found`. */
export async function enableAccount(ctx: Context, which: Which): Promise<void> {
  ctx.authorize('account.manage', null)
  await ctx.transaction(async (tx) => {
    await lockAccount(tx, which)
    await tx.updateTable('accounts').set({ disabled_at: null }).where('id', '=', which.accountId).execute()
  })
}

/** Ends all sign-ins of an account. Throws `account.not_found`. */
export async function endSignInsOf(ctx: Context, which: Which): Promise<void> {
  ctx.authorize('account.manage', null)
  await ctx.transaction(async (tx) => {
    await lockAccount(tx, which)
    await endAllBut(tx, which.accountId)
  })
}

/**
 * Takes all second factors from an account whose owner has lost theirs, and ends its sign-ins; the owner is told by mail,
 * and the account remembers when it was. Throws `account.not_found`.
 */
export async function resetFactors(ctx: Context, which: Which & { readonly locale: 'de' | 'en' }): Promise<void> {
  ctx.authorize('account.manage', null)
  const { accountId } = which
  await ctx.transaction(async (tx) => {
    await lockAccount(tx, which)
    await tx.deleteFrom('passkeys').where('account_id', '=', accountId).execute()
    await tx.deleteFrom('totp_secrets').where('account_id', '=', accountId).execute()
    await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
    await endAllBut(tx, accountId)
    const at = ctx.now().toString()
    await tx.updateTable('accounts').set({ factors_reset_at: at }).where('id', '=', accountId).execute()
    const owner = tx.selectFrom('account_addresses').select('address').where('account_id', '=', accountId)
    const address = (await owner.executeTakeFirst())?.address
    if (address === undefined) return
    const [template, key] = ['account.factors_reset', `factors-reset:${accountId}:${at}`] as const
    await sendMail(ctx, tx, { template, to: { address }, locale: which.locale, values: { at }, key })
  })
}
