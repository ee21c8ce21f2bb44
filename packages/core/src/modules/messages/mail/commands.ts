import { newId } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/localized-text.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { plainAddress } from '../../../platform/mail/address.ts'
import type { MailName, MailTemplate, MailValues } from '../../../platform/mail/template.ts'
import { deliverMails } from './jobs.ts'
import { kindsOf, renderMail, type Values } from './rendering/rules.ts'
import { findTemplateText } from './templates/queries.ts'
import type { MailState, SendOutcome } from './types.ts'

/** A mail to one person. */
export type MailOrder<M extends MailName> = {
  readonly template: M
  readonly to: { readonly address: string; readonly name?: string | null | undefined }
  readonly locale: Locale
  readonly values: MailValues<M>
  /** What this mail is about, in one word for all times (`sign-in:sir_…`): of each key there is at most one mail. */
  readonly key: string
  readonly seriesId?: string | null
  readonly editionId?: string | null
  readonly personId?: string | null
  readonly replyTo?: string | null
  /** `now`: it goes out after `tx`. `review`: it waits in the outbox. Default: what the template says. */
  readonly mode?: 'now' | 'review'
  /** After this nobody has any use for it: an attempt that comes later is not made. */
  readonly sendBefore?: Temporal.Instant
}

/**
 * Writes a mail into the outbox as part of `tx`: when that commits, the mail is there, and on its way unless somebody has
 * to look at it first; when it rolls back, it never was. The text is that of the series where its organisers wrote one.
 * Whoever calls this has authorised what the mail is about.
 */
export async function sendMail<M extends MailName>(
  ctx: Context,
  tx: Transaction,
  order: MailOrder<M>,
): Promise<SendOutcome> {
  const address = plainAddress(order.to.address.trim())
  if (!address) return { kind: 'no-address' }
  const template: MailTemplate = ctx.mailTemplates[order.template]
  const text = await findTemplateText(tx, template, order.template, order.seriesId ?? null, order.locale)
  const { subject, body, links } = renderMail(text, kindsOf(template), order.values as Values, order.locale)
  const state: MailState = (order.mode ?? template.mode) === 'now' ? 'queued' : 'review'
  const id = newId('mail')
  const now = ctx.now().toString()
  const added = await tx
    .insertInto('mails')
    .values({
      id,
      key: order.key,
      template: order.template,
      series_id: order.seriesId ?? null,
      edition_id: order.editionId ?? null,
      person_id: order.personId ?? null,
      letter_id: null,
      address,
      name: order.to.name ?? null,
      reply_to: order.replyTo ? plainAddress(order.replyTo) : null,
      locale: order.locale,
      subject,
      body,
      links: JSON.stringify(links),
      unsubscribe_link: null,
      is_secret: template.isSecret ?? false,
      is_urgent: template.isSecret ?? false,
      state,
      next_attempt_at: state === 'queued' ? now : null,
      sending_since: null,
      send_before: order.sendBefore?.toString() ?? null,
      problem: null,
      reply: null,
      created_at: now,
      created_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      released_at: null,
      released_by: null,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return { kind: 'known' }
  if (state === 'queued') await ctx.enqueue(tx, deliverMails, {})
  return { kind: 'taken', id, state }
}
