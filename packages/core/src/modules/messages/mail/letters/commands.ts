import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { hashAddress } from '../addresses/rules.ts'
import type { Kinds } from '../rendering/rules.ts'
import { ensureTokens } from '../subscriptions/commands.ts'
import { letterLocale, renderLetter, unsubscribeAddress } from './rules.ts'
import type { Letter, LetterOutcome, Recipient } from './types.ts'

const whoActs = (ctx: Context) => (ctx.actor.kind === 'account' ? ctx.actor.accountId : null)

async function addLetter(ctx: Context, tx: Transaction, scope: EditionScope, letter: Letter): Promise<boolean> {
  const added = await tx
    .insertInto('letters')
    .values({
      id: letter.id,
      series_id: scope.seriesId,
      edition_id: scope.editionId,
      subject: JSON.stringify(letter.text.subject),
      body: JSON.stringify(letter.text.body),
      audience: JSON.stringify(letter.audience),
      created_by: whoActs(ctx),
      created_at: ctx.now().toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/**
 * Writes a letter to each of `recipients` into the outbox, where it waits to be looked at. However often a letter of one id
 * is written, it is written once. Whoever calls this has authorised it, judged the text and left out who wants none.
 */
export async function writeLetter(
  ctx: Context,
  tx: Transaction,
  scope: EditionScope,
  letter: Letter,
  recipients: readonly Recipient[],
  kinds: Kinds,
): Promise<LetterOutcome> {
  if (recipients.length === 0) return { kind: 'nobody' }
  if (!(await addLetter(ctx, tx, scope, letter))) return { kind: 'known' }
  const hashes = recipients.map(({ address }) => hashAddress(address))
  const tokens = await ensureTokens(tx, scope.seriesId, hashes)
  const rows = recipients.map((recipient, index) => {
    const locale = letterLocale(letter.text, recipient.locale)
    const link = unsubscribeAddress(ctx.mailer.origin, tokens.get(hashes[index]!)!, locale)
    const { subject, body, links } = renderLetter(letter.text, kinds, recipient, link)
    return {
      id: newId('mail'),
      key: `${letter.id}:${recipient.personId}`,
      template: letter.template,
      series_id: scope.seriesId,
      edition_id: scope.editionId,
      person_id: recipient.personId,
      letter_id: letter.id,
      address: recipient.address,
      name: recipient.name,
      reply_to: letter.replyTo,
      locale,
      subject,
      body,
      links: links as never,
      unsubscribe_link: link,
      is_secret: false,
      is_urgent: false,
      state: 'review' as const,
      attempts: 0,
      created_at: ctx.now().toString(),
      created_by: whoActs(ctx),
      revision: 1,
    }
  })
  await insertRows(tx, 'mails', rows)
  return { kind: 'written', count: rows.length }
}
