import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { sendMail } from '../../../messages/mail/commands.ts'
import { takeTries } from '../limits/commands.ts'
import { findByAddress } from '../queries.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import type { Device, SignInFrom, SignInMethod } from '../sign-ins/types.ts'
import { selectUsable } from './queries.ts'
import { codeTries, hashCode, linkAddress, newCode, showCode } from './rules.ts'
import type { CodeOutcome, LinkOutcome } from './types.ts'

/** Writes the mail that was asked for, if the address is somebody's and nothing was written yet. */
export async function answerRequest(ctx: Context, asked: { requestId: string }): Promise<void> {
  ctx.authorize('account.write_mail', null)
  await ctx.transaction(async (tx) => {
    const request = await tx
      .selectFrom('sign_in_requests')
      .select(['folded', 'locale', 'expires_at'])
      .where('id', '=', asked.requestId)
      .where('token_hash', 'is', null)
      .where('expires_at', '>', ctx.now().toString())
      .forUpdate()
      .executeTakeFirst()
    const account = request && (await findByAddress(tx, request.folded))
    if (!request || !account) return
    const [token, code] = [newToken(), newCode()]
    await tx
      .updateTable('sign_in_requests')
      .set({ account_id: account.id, token_hash: hashToken(token), code_hash: hashCode(asked.requestId, code) })
      .where('id', '=', asked.requestId)
      .execute()
    const link = linkAddress(ctx.mailer.origin, request.locale, token)
    await sendMail(ctx, tx, {
      template: 'account.sign_in',
      to: { address: account.address },
      locale: request.locale,
      values: { link, code: showCode(code), until: request.expires_at },
      key: `sign-in:${asked.requestId}`,
      sendBefore: Temporal.Instant.from(request.expires_at),
    })
  })
}

type Taken = { readonly account_id: string | null; readonly next: string }

async function signInWith(ctx: Context, tx: Transaction, taken: Taken, method: SignInMethod, device: Device) {
  // A request that can be used has an account: `selectUsable` joins it.
  const start = { accountId: taken.account_id!, method, device, isStrong: false }
  return { kind: 'signed-in', signIn: await startSignIn(ctx, tx, start), next: taken.next } as const
}

/** Marks the request as used if it still can be: one statement, so that of many at once one succeeds. */
function take(ctx: Context, tx: Transaction) {
  return tx
    .updateTable('sign_in_requests')
    .set({ used_at: ctx.now().toString() })
    .where('sign_in_requests.used_at', 'is', null)
    .where('sign_in_requests.expires_at', '>', ctx.now().toString())
    .where('sign_in_requests.id', 'in', selectUsable(tx))
    .returning(['sign_in_requests.account_id', 'sign_in_requests.next'])
}

/**
 * Signs in with the link of a mail, in whatever browser. However many try at once, one gets in; after the account's
 * address has changed nobody does. Meant for a POST: mail scanners and previews open links by GET.
 */
export async function useLink(ctx: Context, input: SignInFrom & { readonly token: string }): Promise<LinkOutcome> {
  ctx.authorize('account.sign_in', null)
  const tries = await takeTries(ctx, [
    ['proof.network', input.network],
    ['proof.site', ''],
  ])
  if (tries.kind === 'too-many') return tries
  return ctx.transaction(async (tx) => {
    const tokenHash = hashToken(input.token)
    const taken = await take(ctx, tx).where('token_hash', '=', tokenHash).executeTakeFirst()
    if (taken) return signInWith(ctx, tx, taken, 'link', input.device)
    const request = await tx
      .selectFrom('sign_in_requests')
      .select('used_at')
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    if (!request) return { kind: 'unknown' }
    return { kind: request.used_at ? 'used' : 'expired' }
  })
}

/** Counts a try for every request that this browser has open, and gives them: who guesses has no more tries by asking twice at once. */
function countTry(ctx: Context, tx: Transaction, browserToken: string) {
  return tx
    .updateTable('sign_in_requests')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('browser_hash', '=', hashToken(browserToken))
    .where('used_at', 'is', null)
    .where('tries', '<', codeTries)
    .where('expires_at', '>', ctx.now().toString())
    .returning(['id', 'code_hash'])
    .execute()
}

/** Signs in with the code of a mail, in the browser that asked for it and nowhere else. */
export async function useCode(
  ctx: Context,
  input: SignInFrom & { readonly code: string; readonly browserToken: string },
): Promise<CodeOutcome> {
  ctx.authorize('account.sign_in', null)
  const tries = await takeTries(ctx, [
    ['proof.network', input.network],
    ['proof.site', ''],
  ])
  if (tries.kind === 'too-many') return tries
  return ctx.transaction(async (tx) => {
    const open = await countTry(ctx, tx, input.browserToken)
    const meant = open.find(({ id, code_hash }) => code_hash === hashCode(id, input.code))
    const taken = meant && (await take(ctx, tx).where('sign_in_requests.id', '=', meant.id).executeTakeFirst())
    return taken ? signInWith(ctx, tx, taken, 'code', input.device) : { kind: 'wrong' }
  })
}
