import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveChallenge, takeChallenge } from '../challenges/commands.ts'
import { takeTries } from '../limits/commands.ts'
import { relyingPartyOf } from '../passkeys/rules.ts'
import type { AuthenticationResponse } from '../passkeys/schema.ts'
import type { PasskeyOutcome } from '../passkeys/types.ts'
import { ownAccountOf } from '../policy.ts'
import type { TokenInput } from '../schema.ts'
import { startSignIn, strengthen } from '../sign-ins/commands.ts'
import type { SignInFrom } from '../sign-ins/types.ts'

type Asking = { readonly origin: string; readonly browserToken: string }

/** What the browser needs to let somebody choose one of their passkeys for this site. Says nothing about who has one. */
export async function askForPasskey(ctx: Context, { origin, browserToken }: Asking) {
  ctx.authorize('account.sign_in', null)
  const options = await generateAuthenticationOptions({ rpID: relyingPartyOf(origin), userVerification: 'required' })
  const asked = { challenge: options.challenge, browserToken, accountId: null }
  await ctx.transaction((tx) => saveChallenge(ctx, tx, asked))
  return options
}

async function findPasskey(tx: Transaction, credentialId: string) {
  return tx
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.id', 'passkeys.account_id')
    .select(['passkeys.id', 'account_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .where('accounts.disabled_at', 'is', null)
    .forUpdate('passkeys')
    .executeTakeFirst()
}

type Stored = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

/** The counter that the answer brings; undefined when it is not right, or the counter shows that the passkey was copied. */
async function verify(response: AuthenticationResponse, challenge: string, passkey: Stored, origin: string) {
  const verified = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: relyingPartyOf(origin),
    requireUserVerification: true,
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
    },
  }).catch(() => undefined)
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined
}

type Proof = Asking & { readonly response: AuthenticationResponse }

/** The account whose passkey answered rightly to what this browser was asked; undefined when none did. */
async function takeAnswer(ctx: Context, tx: Transaction, proof: Proof): Promise<string | undefined> {
  const taken = await takeChallenge(ctx, tx, proof)
  const passkey = taken && (await findPasskey(tx, proof.response.id))
  const counter = passkey && (await verify(proof.response, taken.challenge, passkey, proof.origin))
  if (!passkey || counter === undefined || counter === null) return undefined
  await tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: ctx.now().toString() })
    .where('id', '=', passkey.id)
    .execute()
  return passkey.account_id
}

/** Signs in with a passkey: both factors at once, the device and what it asks its owner. */
export async function usePasskey(ctx: Context, proof: Proof & SignInFrom): Promise<PasskeyOutcome> {
  ctx.authorize('account.sign_in', null)
  const tries = await takeTries(ctx, [
    ['proof.network', proof.network],
    ['proof.site', ''],
  ])
  if (tries.kind === 'too-many') return tries
  return ctx.transaction(async (tx) => {
    const accountId = await takeAnswer(ctx, tx, proof)
    if (accountId === undefined) return { kind: 'wrong' }
    const start = { accountId, method: 'passkey', device: proof.device, isStrong: true } as const
    return { kind: 'given', signIn: await startSignIn(ctx, tx, start) }
  })
}

/** Takes one of the actor's own passkeys as the second factor of the sign-in of `token`. */
export async function givePasskey(ctx: Context, proof: Proof & TokenInput): Promise<PasskeyOutcome> {
  const accountId = ownAccountOf(ctx)
  return ctx.transaction(async (tx) => {
    const answered = await takeAnswer(ctx, tx, proof)
    if (answered !== accountId) return { kind: 'wrong' }
    const signIn = await strengthen(ctx, tx, { accountId, token: proof.token })
    return signIn ? { kind: 'given', signIn } : { kind: 'wrong' }
  })
}
