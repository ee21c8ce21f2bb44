import { newId } from '../../../../kernel/ids.ts'
import type { Locale } from '../../../../kernel/localized-text.ts'
import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { foldAddress } from '../addresses/rules.ts'
import { takeTries } from '../limits/commands.ts'
import { writeSignInMail } from '../links/jobs.ts'
import { requestLifetime } from '../links/rules.ts'
import type { AskOutcome } from '../links/types.ts'
import type { SignInFrom } from '../sign-ins/types.ts'

export type Ask = SignInFrom & {
  readonly address: string
  /** What the browser keeps, so that the code works only there. */
  readonly browserToken: string
  /** Path on this site to go to afterwards. */
  readonly next: string
  readonly locale: Locale
}

/**
 * Asks for a mail that signs in the owner of `address`. Does the same work and answers the same whether anybody has the
 * address: the account is looked up by a job, after the answer.
 */
export async function askForLink(ctx: Context, ask: Ask): Promise<AskOutcome> {
  ctx.authorize('account.sign_in', null)
  const folded = foldAddress(ask.address)
  const tries = await takeTries(ctx, [
    ['mail.network', ask.network],
    ['mail.address', folded],
    ['mail.site', ''],
  ])
  if (tries.kind === 'too-many') return tries
  await ctx.transaction(async (tx) => {
    const id = newId('signInRequest')
    await tx
      .insertInto('sign_in_requests')
      .values({
        id,
        browser_hash: hashToken(ask.browserToken),
        folded,
        next: ask.next,
        locale: ask.locale,
        ...ask.device,
        created_at: ctx.now().toString(),
        expires_at: ctx.now().add(requestLifetime).toString(),
      })
      .execute()
    await ctx.enqueue(tx, writeSignInMail, { requestId: id })
  })
  return { kind: 'asked' }
}
