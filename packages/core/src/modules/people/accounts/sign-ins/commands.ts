import { newId } from '../../../../kernel/ids.ts'
import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { ownAccountOf } from '../policy.ts'
import type { TokenInput } from '../schema.ts'
import { hourOf, signInLifetime, strengthLifetime } from './rules.ts'
import type { Device, NewSignIn, SignInMethod } from './types.ts'

export type StartOfSignIn = {
  readonly accountId: string
  readonly method: SignInMethod
  readonly device: Device
  /** Whether a second factor was given with it. */
  readonly isStrong: boolean
}

/** Signs somebody in whose right to it the caller has checked. The token is a new one each time: none can be foisted on anybody. */
export async function startSignIn(ctx: Context, tx: Transaction, start: StartOfSignIn): Promise<NewSignIn> {
  const token = newToken()
  const now = ctx.now()
  const expiresAt = now.add(signInLifetime).toString()
  await tx
    .insertInto('sign_ins')
    .values({
      id: newId('signIn'),
      token_hash: hashToken(token),
      account_id: start.accountId,
      method: start.method,
      ...start.device,
      created_at: now.toString(),
      last_seen_at: hourOf(now).toString(),
      strong_until: start.isStrong ? now.add(strengthLifetime).toString() : null,
      expires_at: expiresAt,
    })
    .execute()
  return { token, accountId: start.accountId, isStrong: start.isStrong, expiresAt }
}

/**
 * Makes the sign-in of `token` a strong one after a second factor was given, and gives it a new token: what was known
 * before is worth nothing afterwards. Null when it is no sign-in of `accountId`.
 */
export async function strengthen(
  ctx: Context,
  tx: Transaction,
  { accountId, token }: TokenInput & { readonly accountId: string },
): Promise<NewSignIn | null> {
  const next = newToken()
  const strengthened = await tx
    .updateTable('sign_ins')
    .set({ token_hash: hashToken(next), strong_until: ctx.now().add(strengthLifetime).toString() })
    .where('token_hash', '=', hashToken(token))
    .where('account_id', '=', accountId)
    .returning('expires_at')
    .executeTakeFirst()
  return strengthened ? { token: next, accountId, isStrong: true, expiresAt: strengthened.expires_at } : null
}

/** Notes the hour in which a sign-in was used, once an hour. */
export async function noteUse(ctx: Context, input: TokenInput): Promise<void> {
  ctx.authorize('account.sign_in', null)
  const hour = hourOf(ctx.now()).toString()
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('sign_ins')
      .set({ last_seen_at: hour })
      .where('token_hash', '=', hashToken(input.token))
      .where('last_seen_at', '<', hour)
      .execute()
  })
}

/** Ends the sign-in that the cookie `token` stands for. One that is unknown or over already is as good as ended. */
export async function signOut(ctx: Context, input: TokenInput): Promise<void> {
  ctx.authorize('account.sign_out', null)
  await ctx.transaction(async (tx) => {
    await tx.deleteFrom('sign_ins').where('token_hash', '=', hashToken(input.token)).execute()
  })
}

/** Ends one of the actor's own sign-ins. One of somebody else's stays, and nothing is said about it. */
export async function endSignIn(ctx: Context, input: { readonly id: string }): Promise<void> {
  const accountId = ownAccountOf(ctx)
  await ctx.transaction(async (tx) => {
    await tx.deleteFrom('sign_ins').where('id', '=', input.id).where('account_id', '=', accountId).execute()
  })
}

/** Ends all of the actor's own sign-ins but that of `token`. */
export async function endOtherSignIns(ctx: Context, input: TokenInput): Promise<void> {
  const accountId = ownAccountOf(ctx)
  await ctx.transaction((tx) => endAllBut(tx, accountId, input.token))
}

/** Ends the sign-ins of an account; the one of `token`, if given, goes on. */
export async function endAllBut(tx: Transaction, accountId: string, token?: string): Promise<void> {
  await tx
    .deleteFrom('sign_ins')
    .where('account_id', '=', accountId)
    .$if(token !== undefined, (query) => query.where('token_hash', '<>', hashToken(token ?? '')))
    .execute()
}
