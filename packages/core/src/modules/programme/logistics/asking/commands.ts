import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { type AskOutcome, askPeople } from '../../asking/commands.ts'
import { listContributors } from '../contributors/queries.ts'

async function pathOf(ctx: Context, editionId: string): Promise<string> {
  const { series, edition } = await ctx.db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select(['series.slug as series', 'editions.slug as edition'])
    .where('editions.id', '=', editionId)
    .executeTakeFirstOrThrow()
  return `/konto/auftritte/${series}/${edition}`
}

/**
 * Writes a mail to everybody who appears in the draft of the edition and has never said themselves how they come, once a day at
 * most. The mails wait in the outbox. Who has no account gets one for the address that we have, so that they can sign in and answer.
 */
export async function askForLogistics(ctx: Context, scope: EditionScope): Promise<AskOutcome> {
  ctx.authorize('logistics.manage', scope)
  return ctx.transaction(async (tx) => {
    const inside = ctx.in(tx)
    const people = (await listContributors(inside, scope)).filter((one) => one.answeredAt === null)
    return askPeople(ctx, tx, scope, { template: 'logistics.ask', people, path: await pathOf(inside, scope.editionId) })
  })
}
