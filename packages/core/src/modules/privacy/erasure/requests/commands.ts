import { newId } from '../../../../kernel/ids.ts'
import type { Locale } from '../../../../kernel/localized-text.ts'
import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { sendMail } from '../../../messages/mail/commands.ts'
import { findSubject } from '../../subject/queries.ts'
import { eraseOrPlan } from '../commands.ts'
import type { ErasureOutcome } from '../types.ts'

/** Long enough to find the mail, short enough not to lie around. */
export const requestLifetime = Temporal.Duration.from({ hours: 24 })

/** `no-address`: the account has none that a mail could go to. */
export type RequestOutcome = { readonly kind: 'asked' | 'no-address' }

/**
 * Sends who acts a link that erases them, for those who have signed in without a second factor. A new request voids the
 * earlier ones.
 */
export async function requestErasure(ctx: Context, locale: Locale): Promise<RequestOutcome> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : ''
  ctx.authorize('privacy.request_erasure', { accountId })
  const token = newToken()
  const expiresAt = ctx.now().add(requestLifetime)
  return ctx.transaction(async (tx) => {
    const own = await tx
      .selectFrom('account_addresses')
      .select('address')
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    if (!own) return { kind: 'no-address' }
    await tx.deleteFrom('erasure_requests').where('account_id', '=', accountId).execute()
    const id = newId('erasureRequest')
    const times = { requested_at: ctx.now().toString(), expires_at: expiresAt.toString() }
    const row = { id, account_id: accountId, token_hash: hashToken(token), ...times }
    await tx.insertInto('erasure_requests').values(row).execute()
    const path = `${locale === 'en' ? '/en' : ''}/konto/daten/loeschen?link=${token}`
    await sendMail(ctx, tx, {
      template: 'privacy.confirm_erasure',
      to: { address: own.address },
      locale,
      values: { link: `${ctx.mailer.origin}${path}`, until: expiresAt.toString() },
      key: `erasure:${id}`,
      sendBefore: expiresAt,
    })
    return { kind: 'asked' }
  })
}

/**
 * Erases whoever the link was sent to, once. Meant for a POST: mail scanners open links by GET. The link belongs to the
 * account that is signed in; with any other it does nothing.
 */
export async function confirmErasure(
  ctx: Context,
  input: { readonly token: string },
): Promise<ErasureOutcome | { readonly kind: 'unknown' }> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : ''
  ctx.authorize('privacy.request_erasure', { accountId })
  return ctx.transaction(async (tx) => {
    const taken = await tx
      .deleteFrom('erasure_requests')
      .where('token_hash', '=', hashToken(input.token))
      .where('account_id', '=', accountId)
      .where('expires_at', '>', ctx.now().toString())
      .executeTakeFirst()
    const subject = taken.numDeletedRows > 0n ? await findSubject(tx, { accountId }) : null
    return subject ? eraseOrPlan(ctx.in(tx), subject, false) : { kind: 'unknown' }
  })
}
