import { newId } from '../../../../kernel/ids.ts'
import type { Locale } from '../../../../kernel/localized-text.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { plainAddress } from '../../../../platform/mail/address.ts'
import { htmlPart } from '../parts/rules.ts'
import { kindsOf, renderMail } from '../rendering/rules.ts'
import type { TrialOutcome } from './types.ts'

/** Sends a mail to `to` at once, past the outbox, and says how that went: for who sets up the installation. */
export async function tryMail(ctx: Context, to: string, locale: Locale): Promise<TrialOutcome> {
  ctx.authorize('mail.deliver', null)
  const address = plainAddress(to.trim())
  if (!address) return { kind: 'no-address' }
  if (ctx.mailer.kind === 'none') return { kind: 'no-server' }
  const template = ctx.mailTemplates['mail.test']
  const text = { subject: template.subject[locale], body: template.body[locale] }
  const values = { site: ctx.mailer.origin, moment: ctx.now().toString() }
  const { subject, body, links } = renderMail(text, kindsOf(template), values, locale)
  return ctx.mailer.deliver({
    id: newId('mail'),
    to: { address, name: null },
    senderName: null,
    replyTo: null,
    locale,
    subject,
    text: body,
    html: htmlPart(body, links, locale, subject),
    unsubscribeLink: null,
  })
}
