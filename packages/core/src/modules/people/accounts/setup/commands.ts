import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { addAccount } from '../commands.ts'
import { selectOperators } from '../queries.ts'
import type { TokenInput } from '../schema.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import type { Device } from '../sign-ins/types.ts'
import { explainRefusal, setupLinkLifetime } from './rules.ts'
import type { SetupLink, SetupOutcome } from './types.ts'

async function saveLink(ctx: Context, tx: Transaction, accountId: string | null): Promise<SetupLink> {
  const token = newToken()
  const expiresAt = ctx.now().add(setupLinkLifetime).toString()
  await tx
    .insertInto('setup_links')
    .values({
      id: newId('setupLink'),
      token_hash: hashToken(token),
      account_id: accountId,
      created_at: ctx.now().toString(),
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { token, expiresAt }
}

/**
 * Makes a one-time link and voids every earlier one for the same account. It leads to the first operator's account, or
 * makes it where there is none yet.
 */
export async function createSetupLink(ctx: Context): Promise<SetupLink> {
  ctx.authorize('account.set_up', null)
  return ctx.transaction(async (tx) => {
    // Two makers at once would not see each other's link and leave two that work.
    await sql`lock table setup_links in share row exclusive mode`.execute(tx)
    const first = await selectOperators(tx).orderBy('accounts.created_at').orderBy('accounts.id').executeTakeFirst()
    const accountId = first?.id ?? null
    await tx
      .deleteFrom('setup_links')
      .where('used_at', 'is', null)
      .where('account_id', 'is not distinct from', accountId)
      .execute()
    return saveLink(ctx, tx, accountId)
  })
}

/** Makes a one-time link that signs in the owner of `accountId`, for who runs the machine to hand out. */
export async function signInLinkFor(ctx: Context, accountId: string): Promise<SetupLink> {
  ctx.authorize('account.set_up', null)
  return ctx.transaction((tx) => saveLink(ctx, tx, accountId))
}

/** The first account runs the installation. */
async function addFirstOperator(ctx: Context, tx: Transaction): Promise<string> {
  const accountId = await addAccount(ctx, tx, {})
  const nowhere = { series_id: null, edition_id: null, track_id: null, granted_by: null }
  const grant = { id: newId('roleGrant'), account_id: accountId, granted_at: ctx.now().toString() }
  await tx
    .insertInto('role_grants')
    .values({ ...grant, ...nowhere, role: 'operator' })
    .execute()
  return accountId
}

/**
 * Takes a one-time link and signs its owner in, as if with a second factor: it could only be had from the machine itself.
 * However many try at once, one gets in. Meant for a POST: mail scanners and previews open links by GET.
 */
export async function useSetupLink(
  ctx: Context,
  input: TokenInput & { readonly device: Device },
): Promise<SetupOutcome> {
  ctx.authorize('account.sign_in', null)
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
      const accountId = taken.account_id ?? (await addFirstOperator(ctx, tx))
      const start = { accountId, method: 'setup', device: input.device, isStrong: true } as const
      return { kind: 'signed-in', signIn: await startSignIn(ctx, tx, start), isFirst: taken.account_id === null }
    }
    const link = tx.selectFrom('setup_links').select('used_at').where('token_hash', '=', tokenHash)
    return { kind: explainRefusal(await link.executeTakeFirst()) }
  })
}
