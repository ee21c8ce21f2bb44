import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { headerName } from '../../../../platform/mail/address.ts'
import type { Delivery, OutgoingMail } from '../../../../platform/mail/mailer.ts'
import { hashAddress } from '../addresses/rules.ts'
import { htmlPart } from '../parts/rules.ts'
import { longestAttempt, nextStep } from './rules.ts'

/**
 * Mails that nobody knows the fate of, because their sender was gone in between, become `unknown`; mails whose time is over
 * are given up.
 */
async function sortOut(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const now = ctx.now()
    await tx
      .updateTable('mails')
      .set({ state: 'unknown', problem: 'interrupted', sending_since: null })
      .where('state', '=', 'sending')
      .where('sending_since', '<', now.subtract(longestAttempt).toString())
      .execute()
    await tx
      .updateTable('mails')
      .set({ state: 'failed', problem: 'too-late', next_attempt_at: null, ...emptied })
      .where('state', '=', 'queued')
      .where('send_before', '<=', now.toString())
      .execute()
  })
}

/** What nobody but its reader may read is gone once it is of no more use. */
const emptied = {
  body: sql<string>`case when is_secret then '' else body end`,
  links: sql<string>`case when is_secret then '[]'::jsonb else links end`,
}

type DueMail = { readonly outgoing: OutgoingMail; readonly address: string; readonly attempt: number }

/** Takes the next mail that is due, and marks it as being sent before anybody else can take it. */
function takeNext(ctx: Context): Promise<DueMail | null> {
  return ctx.transaction(async (tx) => {
    const mail = await tx
      .selectFrom('mails')
      .leftJoin('series', 'series.id', 'mails.series_id')
      .selectAll('mails')
      .select('series.name as seriesName')
      .where('state', '=', 'queued')
      .where('next_attempt_at', '<=', ctx.now().toString())
      .orderBy('is_urgent', 'desc')
      .orderBy('next_attempt_at')
      .orderBy('mails.id')
      .limit(1)
      .forUpdate('mails')
      .skipLocked()
      .executeTakeFirst()
    if (!mail) return null
    const attempt = mail.attempts + 1
    await tx
      .updateTable('mails')
      .set({ state: 'sending', attempts: attempt, sending_since: ctx.now().toString(), next_attempt_at: null })
      .where('id', '=', mail.id)
      .execute()
    return {
      attempt,
      address: mail.address,
      outgoing: {
        id: mail.id,
        to: { address: mail.address, name: headerName(mail.name) },
        senderName: headerName(mail.seriesName),
        replyTo: mail.reply_to,
        locale: mail.locale,
        subject: mail.subject,
        text: mail.body,
        html: htmlPart(mail.body, mail.links, mail.locale, mail.subject),
        unsubscribeLink: mail.unsubscribe_link,
      },
    }
  })
}

async function markAddress(ctx: Context, tx: Transaction, address: string, delivery: Delivery): Promise<void> {
  const addressHash = hashAddress(address)
  if (delivery.kind === 'sent') {
    await tx.deleteFrom('bounced_addresses').where('address_hash', '=', addressHash).execute()
  }
  if (delivery.kind === 'bounced') {
    const mark = { bounced_at: ctx.now().toString(), reply: delivery.reply }
    await tx
      .insertInto('bounced_addresses')
      .values({ address_hash: addressHash, ...mark })
      .onConflict((conflict) => conflict.column('address_hash').doUpdateSet(mark))
      .execute()
  }
}

/** Notes how an attempt ended. One that was taken for lost meanwhile is found again; a later attempt is left alone. */
async function settle(ctx: Context, { outgoing, address, attempt }: DueMail, delivery: Delivery): Promise<void> {
  const { state, problem, reply, nextAttemptAt } = nextStep(delivery, attempt, ctx.now())
  const isOver = state === 'sent' || state === 'failed' || state === 'bounced'
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('mails')
      .set({
        state,
        problem,
        reply,
        next_attempt_at: nextAttemptAt?.toString() ?? null,
        sending_since: null,
        sent_at: state === 'sent' ? ctx.now().toString() : null,
        ...(isOver ? emptied : {}),
      })
      .where('id', '=', outgoing.id)
      .where('attempts', '=', attempt)
      .where('state', 'in', ['sending', 'unknown'])
      .execute()
    await markAddress(ctx, tx, address, delivery)
  })
}

/**
 * Sends what is due, the urgent first, until nothing is left or the server cannot be reached. However many processes do
 * this at once, each attempt is made by one of them, and a mail is handed over at most once: between "being sent" and
 * "sent" nobody else takes it, and who is gone in between leaves it as `unknown`. Answers how many attempts were made.
 */
export async function deliverDueMails(ctx: Context): Promise<number> {
  ctx.authorize('mail.deliver', null)
  await sortOut(ctx)
  if (ctx.mailer.kind === 'none') return 0
  for (let attempts = 0; ; attempts++) {
    const mail = await takeNext(ctx)
    if (!mail) return attempts
    const delivery = await ctx.mailer.deliver(mail.outgoing)
    await settle(ctx, mail, delivery)
    if (delivery.kind === 'later' && delivery.isForAll) return attempts + 1
  }
}
