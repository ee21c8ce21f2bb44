import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { requireSources } from '../../../editions/sources/queries.ts'
import type { Visibility } from '../../../editions/types.ts'
import type { RecapForm } from '../schema.ts'
import type { RecapSaved } from '../types.ts'

async function tell(ctx: Context, tx: Transaction, { editionId }: EditionScope): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
}

/** Whether another recap is about the same session. Throws where the session or the source belongs to somewhere else. */
async function isTaken(tx: Transaction, scope: EditionScope, form: RecapForm, id: string): Promise<boolean> {
  await requireSources(tx, scope, [form.sourceId])
  if (!form.sessionId) return false
  const session = await tx
    .selectFrom('sessions')
    .select('id')
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', form.sessionId)
    .forUpdate()
    .executeTakeFirst()
  if (!session) throw new DomainError('session.not_found', { id: form.sessionId })
  const others = await tx
    .selectFrom('recaps')
    .select('id')
    .where('session_id', '=', form.sessionId)
    .where('id', '<>', id)
    .execute()
  return others.length > 0
}

const toRow = ({ sessionId, title, body, conclusion, sourceId }: RecapForm, now: string) => ({
  session_id: sessionId ?? null,
  title,
  body,
  conclusion,
  source_id: sourceId ?? null,
  updated_at: now,
})

/** Adds a recap to an edition, not public yet. */
export async function addRecap(ctx: Context, scope: EditionScope, form: RecapForm): Promise<RecapSaved> {
  ctx.authorize('recap.manage', scope)
  return ctx.transaction(async (tx) => {
    const id = newId('recap')
    if (await isTaken(tx, scope, form, id)) return { kind: 'taken' }
    const row = toRow(form, ctx.now().toString())
    await tx
      .insertInto('recaps')
      .values({ id, edition_id: scope.editionId, ...row })
      .execute()
    return { kind: 'saved', id }
  })
}

/** Gives a recap new values; whether it is public stays. Throws `recap.not_found`. */
export async function changeRecap(
  ctx: Context,
  scope: EditionScope,
  id: string,
  form: RecapForm,
  expectedRevision?: number,
): Promise<RecapSaved> {
  ctx.authorize('recap.manage', scope)
  return ctx.transaction(async (tx) => {
    if (await isTaken(tx, scope, form, id)) return { kind: 'taken' }
    const row = toRow(form, ctx.now().toString())
    const state = await updateOwned(tx, 'recaps', id, { edition_id: scope.editionId }, row, expectedRevision)
    if (state === 'missing') throw new DomainError('recap.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await tell(ctx, tx, scope)
    return { kind: 'saved', id }
  })
}

/** Shows a recap to the public, or takes it back. Throws `recap.not_found`. */
export async function setRecapVisibility(
  ctx: Context,
  scope: EditionScope,
  id: string,
  visibility: Visibility,
): Promise<void> {
  ctx.authorize('recap.manage', scope)
  await ctx.transaction(async (tx) => {
    const state = await updateOwned(tx, 'recaps', id, { edition_id: scope.editionId }, { visibility })
    if (state === 'missing') throw new DomainError('recap.not_found', { id })
    await tell(ctx, tx, scope)
  })
}

/** Deletes a recap. Throws `recap.not_found`. */
export async function removeRecap(
  ctx: Context,
  scope: EditionScope,
  id: string,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' }> {
  ctx.authorize('recap.manage', scope)
  return ctx.transaction(async (tx) => {
    const owner = { edition_id: scope.editionId }
    const state = await lockForRemoval(tx, 'recaps', id, owner, expectedRevision)
    if (state === 'missing') throw new DomainError('recap.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await deleteOwned(tx, 'recaps', id, owner)
    await tell(ctx, tx, scope)
    return { kind: 'removed' }
  })
}
