import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { Attempt, Identity } from '../../../../platform/oidc/provider.ts'
import type { MappedRole } from '../../../../platform/oidc/role-mapping.ts'
import { claimAddress } from '../addresses/commands.ts'
import { emailAddress } from '../addresses/schema.ts'
import { addAccount } from '../commands.ts'
import { refreshGrants } from '../provider-grants/commands.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import { findSignIn } from '../sign-ins/queries.ts'
import type { Device } from '../sign-ins/types.ts'
import { attemptLifetime, mappedRoles } from './rules.ts'
import type { ConnectOutcome, ProviderOutcome, TakenAttempt } from './types.ts'

export type NewAttempt = Attempt & {
  readonly browserToken: string
  readonly next: string
  /** The sign-in that the provider is to be connected with. */
  readonly signInId: string | null
}

/** Remembers an attempt until the browser comes back. */
export async function beginAttempt(ctx: Context, attempt: NewAttempt): Promise<void> {
  ctx.authorize('account.sign_in', null)
  await ctx.transaction(async (tx) => {
    await tx
      .insertInto('oidc_attempts')
      .values({
        state_hash: hashToken(attempt.state),
        browser_hash: hashToken(attempt.browserToken),
        nonce: attempt.nonce,
        verifier: attempt.verifier,
        next: attempt.next,
        sign_in_id: attempt.signInId,
        expires_at: ctx.now().add(attemptLifetime).toString(),
      })
      .execute()
  })
}

/** Takes the attempt that this browser began with `state`, once; null when it did not, or too long ago. */
export async function takeAttempt(
  ctx: Context,
  { state, browserToken }: { readonly state: string; readonly browserToken: string },
): Promise<TakenAttempt | null> {
  ctx.authorize('account.sign_in', null)
  const taken = await ctx.transaction((tx) =>
    tx
      .deleteFrom('oidc_attempts')
      .where('state_hash', '=', hashToken(state))
      .where('browser_hash', '=', hashToken(browserToken))
      .where('expires_at', '>', ctx.now().toString())
      .returning(['nonce', 'verifier', 'next', 'sign_in_id as signInId'])
      .executeTakeFirst(),
  )
  return taken ?? null
}

/** The account that the identity is known by, its use noted; undefined when there is none. */
async function findIdentified(ctx: Context, tx: Transaction, { issuer, subject }: Identity) {
  const known = await tx
    .updateTable('account_identities')
    .set({ last_used_at: ctx.now().toString() })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('account_id')
    .executeTakeFirst()
  return known?.account_id
}

async function saveIdentity(ctx: Context, tx: Transaction, accountId: string, { issuer, subject }: Identity) {
  const now = ctx.now().toString()
  const saved = await tx
    .insertInto('account_identities')
    .values({ issuer, subject, account_id: accountId, created_at: now, last_used_at: now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return saved.numInsertedOrUpdatedRows === 1n
}

/** Makes the account of somebody whom the provider has sent for the first time. An address that is another account's stays there. */
async function addIdentified(ctx: Context, tx: Transaction, identity: Identity): Promise<string> {
  const accountId = await addAccount(ctx, tx, { name: identity.name ?? undefined })
  await saveIdentity(ctx, tx, accountId, identity)
  const address = emailAddress.safeParse(identity.address)
  if (address.success) await claimAddress(ctx, tx, { accountId, address: address.data })
  return accountId
}

/**
 * Signs in whom the provider has identified. They are known by issuer and subject and by nothing else: an address in the
 * claims leads to no account. The roles that the mapping gives for their claims are those they have from the provider from
 * now on; roles that organisers gave stay.
 */
export async function signInIdentified(
  ctx: Context,
  input: { readonly identity: Identity; readonly device: Device; readonly mapping: readonly MappedRole[] },
): Promise<ProviderOutcome> {
  ctx.authorize('account.sign_in', null)
  const { identity, device, mapping } = input
  return ctx.transaction(async (tx) => {
    const known = await findIdentified(ctx, tx, identity)
    const accountId = known ?? (await addIdentified(ctx, tx, identity))
    const account = tx.selectFrom('accounts').select('disabled_at').where('id', '=', accountId)
    if ((await account.executeTakeFirstOrThrow()).disabled_at) return { kind: 'disabled' }
    await refreshGrants(ctx, tx, accountId, mappedRoles(mapping, identity.roles))
    const start = { accountId, method: 'provider', device, isStrong: true } as const
    return { kind: 'signed-in', signIn: await startSignIn(ctx, tx, start) }
  })
}

/** Connects the provider's identity with the account that began the attempt, if it is still signed in here. */
export async function connectIdentity(
  ctx: Context,
  input: { readonly identity: Identity; readonly signInId: string; readonly token: string },
): Promise<ConnectOutcome> {
  ctx.authorize('account.sign_in', null)
  return ctx.transaction(async (tx) => {
    const signIn = await findSignIn(tx, input.token, ctx.now())
    if (signIn?.id !== input.signInId) return { kind: 'signed-out' }
    const { accountId } = signIn.actor
    const known = await findIdentified(ctx, tx, input.identity)
    if (known) return { kind: known === accountId ? 'connected' : 'taken' }
    await saveIdentity(ctx, tx, accountId, input.identity)
    return { kind: 'connected' }
  })
}
