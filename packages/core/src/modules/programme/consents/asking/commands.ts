import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { type AskOutcome, askPeople } from '../../asking/commands.ts'
import { listSpeakersWithoutConsent } from '../queries.ts'

/**
 * Writes a mail to everybody who appears in the edition and has not answered, once a day at most. The mails wait in the
 * outbox. Who has no account gets one for the address that we have, so that they can sign in and answer.
 */
export async function askForConsents(ctx: Context, scope: EditionScope): Promise<AskOutcome> {
  ctx.authorize('consent.note', scope)
  return ctx.transaction(async (tx) => {
    const people = await listSpeakersWithoutConsent(ctx.in(tx), scope)
    return askPeople(ctx, tx, scope, { template: 'consent.ask', people, path: '/konto/einwilligungen' })
  })
}
