import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { hashToken, newToken } from '../../../kernel/tokens.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { explainRefusal, setupLinkLifetime, signInLifetime } from './rules.ts'
import type { TokenInput } from './schema.ts'
import type { NewSignIn, SetupLink, SetupOutcome } from './types.ts'

/**
 * Makes a one-time link and voids every earlier one. It leads to the first organiser's account, or makes it where there
 * is none yet.
 */
export async function createSetupLink(ctx: Context): Promise<SetupLink> {
  ctx.authorize('account.invite', null)
  const token = newToken()
  const expiresAt = ctx.now().add(setupLinkLifetime).toString()
  await ctx.transaction(async (tx) => {
    // Two makers at once would not see each other's link and leave two that work.
    await sql`lock table setup_links in share row exclusive mode`.execute(tx)
    await tx.deleteFrom('setup_links').where('used_at', 'is', null).execute()
    const first = await tx
      .selectFrom('accounts')
      .select('id')
      .where('disabled_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    await tx
      .insertInto('setup_links')
      .values({
        id: newId('setupLink'),
        token_hash: hashToken(token),
        account_id: first?.id ?? null,
        created_at: ctx.now().toString(),
        expires_at: expiresAt,
        used_at: null,
      })
      .execute()
  })
  return { token, expiresAt }
}

/**
 * Takes a one-time link and signs its owner in. However many try at once, one gets in. Meant for a POST: mail scanners
 * and previews open links by GET.
 */
export async function useSetupLink(ctx: Context, input: TokenInput): Promise<SetupOutcome> {
  ctx.authorize('account.use_link', null)
  return ctx.transaction(async (tx) => {
    const tokenHash = hashToken(input.token)
    // The condition and the mark are one statement: whoever comes second finds no row left to mark.
    const taken = await tx
      .updateTable('setup_links')
      .set({ used_at: ctx.now().toString() })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now().toString())
      .returning('account_id')
      .executeTakeFirst()
    if (taken) {
      const accountId = taken.account_id ?? (await saveAccount(ctx, tx))
      return { kind: 'signed-in', signIn: await saveSignIn(ctx, tx, accountId) }
    }
    const link = await tx
      .selectFrom('setup_links')
      .select('used_at')
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    return { kind: explainRefusal(link) }
  })
}

/** The first account runs the installation. */
async function saveAccount(ctx: Context, tx: Transaction): Promise<string> {
  const id = newId('account')
  await tx
    .insertInto('accounts')
    .values({ id, person_id: null, created_at: ctx.now().toString(), disabled_at: null })
    .execute()
  const nowhere = { series_id: null, edition_id: null, track_id: null, granted_by: null }
  const grant = { id: newId('roleGrant'), account_id: id, granted_at: ctx.now().toString() }
  await tx
    .insertInto('role_grants')
    .values({ ...grant, ...nowhere, role: 'operator' })
    .execute()
  return id
}

async function saveSignIn(ctx: Context, tx: Transaction, accountId: string): Promise<NewSignIn> {
  const token = newToken()
  const expiresAt = ctx.now().add(signInLifetime).toString()
  await tx
    .insertInto('sign_ins')
    .values({
      id: newId('signIn'),
      token_hash: hashToken(token),
      account_id: accountId,
      created_at: ctx.now().toString(),
      expires_at: expiresAt,
    })
    .execute()
  return { token, accountId, expiresAt }
}

/** Ends the sign-in that the cookie `token` stands for. One that is unknown or over already is as good as ended. */
export async function signOut(ctx: Context, input: TokenInput): Promise<void> {
  ctx.authorize('account.sign_out', null)
  await ctx.transaction(async (tx) => {
    await tx.deleteFrom('sign_ins').where('token_hash', '=', hashToken(input.token)).execute()
  })
}

/** Deletes links and sign-ins whose time is over. Returns how many. */
export async function forgetExpired(ctx: Context): Promise<number> {
  ctx.authorize('account.forget_expired', null)
  return ctx.transaction(async (tx) => {
    const now = ctx.now().toString()
    const links = await tx.deleteFrom('setup_links').where('expires_at', '<=', now).executeTakeFirst()
    const signIns = await tx.deleteFrom('sign_ins').where('expires_at', '<=', now).executeTakeFirst()
    return Number(links.numDeletedRows + signIns.numDeletedRows)
  })
}
