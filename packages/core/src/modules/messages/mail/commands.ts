import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { plainAddress } from '../../../platform/mail/address.ts'
import type { MailName, MailTemplate } from '../../../platform/mail/template.ts'
import { deliverMails } from './jobs.ts'
import { renderMails } from './rendering/queries.ts'
import type { RenderedMail } from './rendering/types.ts'
import type { MailOrder, MailState, SendOutcome } from './types.ts'

/** A mail as it stands in the outbox, but for what is the same for all that have just been written. */
function toRow<M extends MailName>(ctx: Context, order: MailOrder<M>, address: string, mail: RenderedMail) {
  const template: MailTemplate = ctx.mailTemplates[order.template]
  const state: MailState = (order.mode ?? template.mode) === 'now' ? 'queued' : 'review'
  const now = ctx.now().toString()
  return {
    id: newId('mail'),
    key: order.key,
    template: order.template,
    series_id: order.seriesId ?? null,
    edition_id: order.editionId ?? null,
    person_id: order.personId ?? null,
    address,
    name: order.to.name ?? null,
    reply_to: order.replyTo ? plainAddress(order.replyTo) : null,
    locale: order.locale,
    ...mail,
    is_secret: template.isSecret ?? false,
    is_urgent: template.isSecret ?? false,
    state,
    next_attempt_at: state === 'queued' ? now : null,
    send_before: order.sendBefore?.toString() ?? null,
    created_at: now,
    created_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
  }
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
  const [mail] = await renderMails(ctx, tx, [order])
  const { links, ...row } = toRow(ctx, order, address, mail!)
  const added = await tx
    .insertInto('mails')
    .values({ ...row, links: JSON.stringify(links) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return { kind: 'known' }
  if (row.state === 'queued') await ctx.enqueue(tx, deliverMails, {})
  return { kind: 'taken', id: row.id, state: row.state }
}

/**
 * Writes many mails into the outbox as `sendMail` does one, in a number of statements that does not grow with them. Answers
 * what became of each, in their order. No two of them may have the same key.
 */
export async function sendMails<M extends MailName>(
  ctx: Context,
  tx: Transaction,
  orders: readonly MailOrder<M>[],
): Promise<SendOutcome[]> {
  if (orders.length === 0) return []
  const mails = await renderMails(ctx, tx, orders)
  const keys = orders.map((order) => order.key)
  const known = await tx.selectFrom('mails').select('key').where(sql<boolean>`key = any(${keys})`).execute()
  const knownKeys = new Set(known.map((row) => row.key))
  const prepared = orders.map((order, index) => {
    const address = plainAddress(order.to.address.trim())
    if (!address) return { kind: 'no-address' } as const
    if (knownKeys.has(order.key)) return { kind: 'known' } as const
    return { kind: 'new', row: toRow(ctx, order, address, mails[index]!) } as const
  })
  const rows = prepared.flatMap((one) =>
    one.kind === 'new' ? [{ ...one.row, links: one.row.links as never, attempts: 0, revision: 1 }] : [],
  )
  await insertRows(tx, 'mails', rows)
  if (rows.some((row) => row.state === 'queued')) await ctx.enqueue(tx, deliverMails, {})
  return prepared.map((one) =>
    one.kind === 'new' ? { kind: 'taken', id: one.row.id, state: one.row.state } : { kind: one.kind },
  )
}
