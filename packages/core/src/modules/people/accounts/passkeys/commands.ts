import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { newId } from '../../../../kernel/ids.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveChallenge, takeChallenge } from '../challenges/commands.ts'
import { authorizeFactorChange } from '../factors/commands.ts'
import { ownAccountOf } from '../policy.ts'
import type { TokenInput } from '../schema.ts'
import { strengthen } from '../sign-ins/commands.ts'
import { algorithms, relyingPartyOf } from './rules.ts'
import type { RegistrationResponse } from './schema.ts'
import type { PasskeyOutcome, Site } from './types.ts'

/**
 * What the browser needs to make a passkey for the actor's account: one that it finds by itself later, and that asks its
 * owner for fingerprint, face or PIN. Throws `factor.strong_needed` where a second factor has to be given first.
 */
export async function beginPasskey(ctx: Context, { site, browserToken }: { site: Site; browserToken: string }) {
  return ctx.transaction(async (tx) => {
    const accountId = await authorizeFactorChange(ctx, tx)
    const account = await tx
      .selectFrom('accounts')
      .leftJoin('account_addresses', 'account_addresses.account_id', 'accounts.id')
      .select(['name', 'address'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    const known = await tx.selectFrom('passkeys').select('credential_id').where('account_id', '=', accountId).execute()
    const options = await generateRegistrationOptions({
      rpName: site.name,
      rpID: relyingPartyOf(site.origin),
      // The id says nothing about its owner and stays the same, so that a device replaces the passkey it has.
      userID: new Uint8Array(Buffer.from(accountId)),
      userName: account.address ?? account.name ?? site.name,
      userDisplayName: account.name ?? '',
      excludeCredentials: known.map(({ credential_id }) => ({ id: credential_id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: [...algorithms],
    })
    await saveChallenge(ctx, tx, { challenge: options.challenge, browserToken, accountId })
    return options
  })
}

async function verify(response: RegistrationResponse, challenge: string, origin: string) {
  const verified = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} } as Parameters<
      typeof verifyRegistrationResponse
    >[0]['response'],
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: relyingPartyOf(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => undefined)
  return verified?.verified ? verified.registrationInfo.credential : undefined
}

async function savePasskey(
  ctx: Context,
  tx: Transaction,
  { accountId, name, credential }: { accountId: string; name: string; credential: Awaited<ReturnType<typeof verify>> },
): Promise<boolean> {
  if (!credential) return false
  const saved = await tx
    .insertInto('passkeys')
    .values({
      id: newId('passkey'),
      account_id: accountId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      name,
      created_at: ctx.now().toString(),
      last_used_at: null,
    })
    .onConflict((on) => on.column('credential_id').doNothing())
    .executeTakeFirst()
  return saved.numInsertedOrUpdatedRows === 1n
}

export type NewPasskey = TokenInput & {
  readonly site: Site
  readonly browserToken: string
  readonly response: RegistrationResponse
  readonly name: string
}

/** Adds the passkey that the browser has made; it also counts as the second factor of the sign-in of `token`. */
export async function addPasskey(ctx: Context, input: NewPasskey): Promise<PasskeyOutcome> {
  return ctx.transaction(async (tx) => {
    const accountId = await authorizeFactorChange(ctx, tx)
    const { response, browserToken, site, name, token } = input
    const taken = await takeChallenge(ctx, tx, { response, browserToken })
    if (taken?.accountId !== accountId) return { kind: 'wrong' }
    const credential = await verify(response, taken.challenge, site.origin)
    if (!(await savePasskey(ctx, tx, { accountId, name, credential }))) return { kind: 'wrong' }
    const signIn = await strengthen(ctx, tx, { accountId, token })
    return signIn ? { kind: 'given', signIn } : { kind: 'wrong' }
  })
}

/** Gives one of the actor's own passkeys another name. */
export async function renamePasskey(
  ctx: Context,
  input: { readonly id: string; readonly name: string },
): Promise<void> {
  const accountId = ownAccountOf(ctx)
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('passkeys')
      .set({ name: input.name })
      .where('id', '=', input.id)
      .where('account_id', '=', accountId)
      .execute()
  })
}
