import type { DeliveryStatus } from '@fachtag/formats/mail/delivery-status'
import { isId } from '../../../../kernel/ids.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { hashAddress } from '../addresses/rules.ts'
import type { BounceOutcome } from './types.ts'

/** The id of the mail that a report is about: whoever forges a report would have to know it, and it cannot be guessed. */
function mailIdOf({ envelopeId, messageId }: DeliveryStatus): string | undefined {
  return [envelopeId, messageId?.split('@')[0]].find((id) => typeof id === 'string' && isId('mail', id)) ?? undefined
}

/**
 * Notes that a mail came back: the mail and its address are marked, the address until something arrives there again. Reports
 * about delays, about success, and about mails that are not ours change nothing.
 */
export async function noteBounce(ctx: Context, report: DeliveryStatus): Promise<BounceOutcome> {
  ctx.authorize('mail.deliver', null)
  const failed = report.recipients.find(({ action, status }) => action === 'failed' && !status.startsWith('4'))
  const id = mailIdOf(report)
  if (!failed) return { kind: 'no-failure' }
  if (!id) return { kind: 'unknown-mail' }
  return ctx.transaction(async (tx) => {
    const reply = failed.diagnostic || failed.status || null
    const mail = await tx
      .updateTable('mails')
      .set({ state: 'bounced', problem: 'recipient', reply })
      .where('id', '=', id)
      .where('state', 'in', ['sent', 'sending', 'unknown', 'bounced'])
      .returning('address')
      .executeTakeFirst()
    if (!mail) return { kind: 'unknown-mail' }
    const mark = { bounced_at: ctx.now().toString(), reply }
    await tx
      .insertInto('bounced_addresses')
      .values({ address_hash: hashAddress(mail.address), ...mark })
      .onConflict((conflict) => conflict.column('address_hash').doUpdateSet(mark))
      .execute()
    return { kind: 'noted', id }
  })
}
