import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { challengeLifetime, challengeOf } from '../passkeys/rules.ts'

export type NewChallenge = {
  readonly challenge: string
  readonly browserToken: string
  /** Whose passkey is asked for; null: anybody's. */
  readonly accountId: string | null
}

/** Remembers what a browser was asked to sign. */
export async function saveChallenge(ctx: Context, tx: Transaction, asked: NewChallenge): Promise<void> {
  await tx
    .insertInto('passkey_challenges')
    .values({
      challenge: asked.challenge,
      browser_hash: hashToken(asked.browserToken),
      account_id: asked.accountId,
      expires_at: ctx.now().add(challengeLifetime).toString(),
    })
    .execute()
}

type Answer = {
  readonly response: { readonly response: { readonly clientDataJSON: string } }
  readonly browserToken: string
}

/**
 * Takes the challenge that this browser answers to, once; null when it was not asked that, was asked too long ago, or has
 * answered already.
 */
export async function takeChallenge(
  ctx: Context,
  tx: Transaction,
  { response, browserToken }: Answer,
): Promise<{ challenge: string; accountId: string | null } | null> {
  const challenge = challengeOf(response.response.clientDataJSON)
  if (challenge === undefined) return null
  const taken = await tx
    .deleteFrom('passkey_challenges')
    .where('challenge', '=', challenge)
    .where('browser_hash', '=', hashToken(browserToken))
    .where('expires_at', '>', ctx.now().toString())
    .returning('account_id')
    .executeTakeFirst()
  return taken ? { challenge, accountId: taken.account_id } : null
}
