import type { UpdateQueryBuilder, UpdateResult } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import type { Tables, Transaction } from '../../../../platform/database/tables.ts'
import { plainAddress } from '../../../../platform/mail/address.ts'
import { deliverMails } from '../jobs.ts'
import { addressesIn } from '../rendering/rules.ts'
import type { MailState } from '../types.ts'
import { findMail, type MailScope } from './queries.ts'
import { actionStates, type MailAction } from './rules.ts'
import type { EditMailInput } from './schema.ts'
import type { EditMailOutcome, MailChoice } from './types.ts'

type MailUpdate = UpdateQueryBuilder<Tables, 'mails', 'mails', UpdateResult>

/** The states in which mails may be treated so, of those that were chosen. */
function statesFor(action: MailAction, { state }: MailChoice): MailState[] {
  return actionStates[action].filter((one) => state === undefined || one === state)
}

/** A list for `in`, which must not be empty. */
const orNone = (values: readonly string[]) => (values.length > 0 ? [...values] : [''])

/** Those mails of the place that were chosen and may be treated so now: the condition and the change are one statement. */
function narrow(update: MailUpdate, scope: MailScope, action: MailAction, choice: MailChoice): MailUpdate {
  const { ids, letterId } = choice
  const within = update
    .where('series_id', '=', scope.seriesId)
    .where('is_secret', '=', false)
    .where('state', 'in', orNone(statesFor(action, choice)) as MailState[])
  const ofEdition = 'editionId' in scope ? within.where('edition_id', '=', scope.editionId) : within
  const chosen = ids ? ofEdition.where('id', 'in', orNone(ids)) : ofEdition
  return letterId ? chosen.where('letter_id', '=', letterId) : chosen
}

const whoActs = (ctx: Context) => (ctx.actor.kind === 'account' ? ctx.actor.accountId : null)

async function change(
  ctx: Context,
  tx: Transaction,
  scope: MailScope,
  action: MailAction,
  choice: MailChoice,
): Promise<number> {
  const now = ctx.now().toString()
  const update = tx.updateTable('mails')
  const changed =
    action === 'hold'
      ? update.set({ state: 'held', next_attempt_at: null })
      : update.set({
          state: 'queued',
          next_attempt_at: now,
          released_at: now,
          released_by: whoActs(ctx),
          problem: null,
          ...(action === 'retry' ? { attempts: 0, reply: null } : {}),
        })
  const { numUpdatedRows } = await narrow(changed, scope, action, choice).executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

async function send(ctx: Context, scope: MailScope, action: 'release' | 'retry', choice: MailChoice): Promise<number> {
  ctx.authorize('mail.manage', scope)
  return ctx.transaction(async (tx) => {
    const count = await change(ctx, tx, scope, action, choice)
    if (count > 0) await ctx.enqueue(tx, deliverMails, {})
    return count
  })
}

/** Lets mails go that wait for it or are held back. Answers how many. */
export function releaseMails(ctx: Context, scope: MailScope, choice: MailChoice): Promise<number> {
  return send(ctx, scope, 'release', choice)
}

/**
 * Tries mails again that failed, came back, or of which nobody knows whether they arrived: whoever asks for it has
 * decided that twice is better than never. Answers how many.
 */
export function retryMails(ctx: Context, scope: MailScope, choice: MailChoice): Promise<number> {
  return send(ctx, scope, 'retry', choice)
}

/** Keeps mails back that have not gone out yet. Answers how many. */
export async function holdMails(ctx: Context, scope: MailScope, choice: MailChoice): Promise<number> {
  ctx.authorize('mail.manage', scope)
  return ctx.transaction((tx) => change(ctx, tx, scope, 'hold', choice))
}

/**
 * Takes mails out of the outbox that did not go out. Their keys stay taken by nobody: the product may write such a mail
 * again. Answers how many.
 */
export async function deleteMails(ctx: Context, scope: MailScope, choice: MailChoice): Promise<number> {
  ctx.authorize('mail.manage', scope)
  const { ids, letterId } = choice
  return ctx.transaction(async (tx) => {
    const within = tx
      .deleteFrom('mails')
      .where('series_id', '=', scope.seriesId)
      .where('is_secret', '=', false)
      .where('state', 'in', orNone(statesFor('delete', choice)) as MailState[])
    const ofEdition = 'editionId' in scope ? within.where('edition_id', '=', scope.editionId) : within
    const chosen = ids ? ofEdition.where('id', 'in', orNone(ids)) : ofEdition
    const { numDeletedRows } = await (letterId ? chosen.where('letter_id', '=', letterId) : chosen).executeTakeFirst()
    return Number(numDeletedRows)
  })
}

/**
 * Corrects a mail that has not gone out. What its writer types is theirs, so addresses in it become links; what came from
 * somebody else's text stays in pieces and does not. Throws `mail.not_found`.
 */
export async function editMail(
  ctx: Context,
  scope: MailScope,
  id: string,
  input: EditMailInput,
): Promise<EditMailOutcome> {
  ctx.authorize('mail.manage', scope)
  const address = plainAddress(input.address)
  if (!address) return { kind: 'no-address' }
  return ctx.transaction(async (tx) => {
    const revision = await lockRevision(tx, 'mails', id, input.expectedRevision)
    if (revision === 'missing') throw new DomainError('mail.not_found', { id })
    const stored = await findMail(ctx.in(tx), scope, id)
    if (!actionStates.edit.includes(stored.state)) return { kind: 'too-late', state: stored.state }
    if (revision === 'changed') return { kind: 'conflict', stored }
    const body = `${input.body.replace(/\r\n?/g, '\n')}\n`
    await tx
      .updateTable('mails')
      .set({
        address,
        subject: input.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
        body,
        links: JSON.stringify(addressesIn(body)),
      })
      .where('id', '=', id)
      .execute()
    return { kind: 'saved' }
  })
}
