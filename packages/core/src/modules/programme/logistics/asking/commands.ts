import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { type AskOutcome, askPeople } from '../../asking/commands.ts'
import { listContributors } from '../contributors/queries.ts'
import { isToCome } from '../queries.ts'

/**
 * Writes a mail to everybody who appears in the draft of the edition and has never said themselves how they come, once a day at
 * most; nobody where it is over. The mails wait in the outbox. Who has no account gets one for the address that we have, so that they can sign in and answer.
 */
export async function askForLogistics(ctx: Context, scope: EditionScope): Promise<AskOutcome> {
  ctx.authorize('logistics.manage', scope)
  return ctx.transaction(async (tx) => {
    const today = ctx.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
    if (!(await isToCome(tx, scope.editionId, today))) return { asked: 0, withoutAddress: [] }
    const people = (await listContributors(ctx.in(tx), scope)).filter((one) => one.answeredAt === null)
    const path = `/konto/auftritte/angaben/${scope.editionId}`
    return askPeople(ctx, tx, scope, { template: 'logistics.ask', people, path })
  })
}
