import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { sendMails } from '../../messages/mail/commands.ts'
import type { Impact } from '../impact/types.ts'
import { draftNotices } from './queries.ts'
import type { NoticeWish, Told } from './types.ts'

/**
 * Writes the mails about a release into the outbox as part of `tx`: one to each person whom `impact` has to be told to, but
 * for those whom `wish` leaves out. However often this is done for a release, each of them gets one. Whoever calls this has
 * authorised the release.
 */
export async function writeNotices(
  ctx: Context,
  tx: Transaction,
  scope: EditionScope,
  { impact, releaseId }: { readonly impact: Impact; readonly releaseId: string },
  wish: NoticeWish,
): Promise<Told> {
  ctx.authorize('mail.manage', scope)
  const { drafts, unreached } = await draftNotices(ctx.in(tx), scope, impact, releaseId, wish)
  const leftOut = new Set(wish.leftOut)
  const orders = drafts.map(({ order }) => order).filter(({ personId }) => !leftOut.has(personId))
  const outcomes = await sendMails(ctx, tx, orders)
  const count = outcomes.filter(({ kind }) => kind === 'taken').length
  return { count, isHeldBack: wish.isHeldBack, unreached }
}
