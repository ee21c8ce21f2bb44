import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { renderMails } from '../../messages/mail/rendering/queries.ts'
import type { MailOrder } from '../../messages/mail/types.ts'
import type { Impact, SessionChange } from '../impact/types.ts'
import { findNoticePlace, readReach } from './reach/queries.ts'
import { noticeValues, templateOf, whomToTell } from './rules.ts'
import type { NoticePreview, NoticeWish, Unreached } from './types.ts'

type NoticeOrder = MailOrder<'notice.joined' | 'notice.changes'> & { readonly personId: string }

/** A mail before it is written, with what it is about. */
type Draft = { readonly order: NoticeOrder; readonly changes: readonly SessionChange[] }

/**
 * A mail for everybody whom `impact` has to be told to, once each, and who cannot be reached by mail. `about`: what the
 * mails are about, for their keys. Four queries whatever their number.
 */
export async function draftNotices(
  ctx: Context,
  scope: EditionScope,
  impact: Impact,
  about: string,
  wish: NoticeWish,
): Promise<{ readonly drafts: readonly Draft[]; readonly unreached: readonly Unreached[] }> {
  const place = await findNoticePlace(ctx.db, scope)
  const today = ctx.now().toZonedDateTimeISO(place.timeZone).toPlainDate().toString()
  const people = whomToTell(impact.people, place, today)
  const ids = people.map((person) => person.personId)
  const reaches = await readReach(ctx.db, scope, ids)
  const drafts: Draft[] = []
  const unreached: Unreached[] = []
  for (const { personId, changes } of people) {
    const reach = reaches.get(personId)
    if (!reach) continue
    const { name, phone, email, locale } = reach
    if (email === null || reach.isBounced) {
      unreached.push({ personId, name, phone, reason: email === null ? 'no-address' : 'bounced', changes })
      continue
    }
    const order: NoticeOrder = {
      template: templateOf(changes),
      to: { address: email, name },
      locale,
      values: noticeValues(place, reach, changes, { origin: ctx.mailer.origin, line: wish.line }),
      key: `notice:${about}:${personId}`,
      seriesId: scope.seriesId,
      editionId: scope.editionId,
      personId,
      replyTo: place.replyTo,
      mode: wish.isHeldBack ? 'review' : 'now',
    }
    drafts.push({ order, changes })
  }
  return { drafts, unreached }
}

const nothingWished: NoticeWish = { leftOut: [], isHeldBack: false }

/**
 * Who would be told what, each person once with everything that changes for them, in the text in use; and who has to be
 * called, because no mail reaches them. Writes nothing. Six queries whatever their number.
 */
export async function previewNotices(
  ctx: Context,
  scope: EditionScope,
  impact: Impact,
  wish: NoticeWish = nothingWished,
): Promise<NoticePreview> {
  ctx.authorize('mail.manage', scope)
  const { drafts, unreached } = await draftNotices(ctx, scope, impact, 'preview', wish)
  const orders = drafts.map(({ order }) => order)
  const mails = await renderMails(ctx, ctx.db, orders)
  const notices = drafts.map(({ order, changes }, index) => {
    const { personId, to, locale } = order
    return { personId, name: to.name ?? '', address: to.address, locale, changes, mail: mails[index]! }
  })
  return { notices, unreached }
}

/** How many mails about a release there are, and how many of them wait to be looked at. One query. */
export async function countNotices(
  ctx: Context,
  scope: EditionScope,
  releaseId: string,
): Promise<{ readonly count: number; readonly waiting: number }> {
  ctx.authorize('programme.view', scope)
  return ctx.db
    .selectFrom('mails')
    .select((of) => of.fn.countAll<number>().as('count'))
    .select((of) => of.fn.countAll<number>().filterWhere('state', 'in', ['review', 'held']).as('waiting'))
    .where('edition_id', '=', scope.editionId)
    .where('key', 'like', `notice:${releaseId}:%`)
    .executeTakeFirstOrThrow()
}
