import type { SelectQueryBuilder } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope, SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db, Tables } from '../../../../platform/database/tables.ts'
import { type MailState, mailStates } from '../types.ts'
import type { OutboxWish } from './schema.ts'
import type { Outbox, OutboxEntry, OutboxMail } from './types.ts'

export type MailScope = SeriesScope | EditionScope

/** How many mails one page of the outbox shows. */
export const mailsPerPage = 50

const entryColumns = [
  'id',
  'address',
  'name',
  'subject',
  'template',
  'state',
  'attempts',
  'next_attempt_at as nextAttemptAt',
  'problem',
  'reply',
  'created_at as createdAt',
  'sent_at as sentAt',
] as const

/** The mails of an edition or, for a series, of all of it. Mails that let somebody in are nobody else's business. */
function selectMails(db: Db, scope: MailScope) {
  const ofSeries = db.selectFrom('mails').where('series_id', '=', scope.seriesId).where('is_secret', '=', false)
  return 'editionId' in scope ? ofSeries.where('edition_id', '=', scope.editionId) : ofSeries
}

const asPattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function narrow<O>(query: SelectQueryBuilder<Tables, 'mails', O>, { zustand, q }: OutboxWish) {
  const inState = zustand ? query.where('state', '=', zustand) : query
  if (!q) return inState
  const like = asPattern(q)
  return inState.where((of) =>
    of.or([of('address', 'ilike', like), of('name', 'ilike', like), of('subject', 'ilike', like)]),
  )
}

/** One page of the outbox, newest first, with how many mails there are in each state. */
export async function listOutbox(ctx: Context, scope: MailScope, wish: OutboxWish): Promise<Outbox> {
  ctx.authorize('mail.manage', scope)
  const [entries, rows, { total }] = await Promise.all([
    narrow(selectMails(ctx.db, scope).select(entryColumns), wish)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mailsPerPage)
      .offset((wish.seite - 1) * mailsPerPage)
      .execute() as Promise<OutboxEntry[]>,
    selectMails(ctx.db, scope)
      .select((of) => ['state', of.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute(),
    narrow(
      selectMails(ctx.db, scope).select((of) => of.fn.countAll<number>().as('total')),
      wish,
    ).executeTakeFirstOrThrow(),
  ])
  const found = new Map(rows.map((row) => [row.state, row.count]))
  const counts = Object.fromEntries(mailStates.map((state) => [state, found.get(state) ?? 0]))
  return { entries, counts: counts as Record<MailState, number>, total }
}

/** One mail of the outbox with its text. Throws `mail.not_found`. */
export async function findMail(ctx: Context, scope: MailScope, id: string): Promise<OutboxMail> {
  ctx.authorize('mail.manage', scope)
  const mail = await selectMails(ctx.db, scope)
    .select(entryColumns)
    .select([
      'body',
      'links',
      'locale',
      'reply_to as replyTo',
      'letter_id as letterId',
      'released_at as releasedAt',
      'revision',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail) throw new DomainError('mail.not_found', { id })
  return mail
}
