import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval } from '../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { MaterialInput } from './schema.ts'
import type { SaveMaterialOutcome } from './types.ts'

function toRow(input: MaterialInput) {
  return {
    session_id: input.sessionId ?? null,
    kind: input.kind,
    title: input.title,
    url: input.url ?? null,
    language: input.language ?? null,
    licence: input.licence ?? null,
    has_consent: input.hasConsent,
    state: input.state,
  }
}

async function checkSession(tx: Transaction, scope: EditionScope, id: string | undefined): Promise<void> {
  if (!id) return
  const own = tx.selectFrom('sessions').select('id').where('id', '=', id).where('edition_id', '=', scope.editionId)
  if (!(await own.executeTakeFirst())) throw new DomainError('session.not_found', { id })
}

async function tell(ctx: Context, tx: Transaction, { editionId }: EditionScope): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
}

/** Adds a material to the edition, behind those there are. Throws `session.not_found` for a session of another edition. */
export async function addMaterial(
  ctx: Context,
  scope: EditionScope,
  input: MaterialInput,
): Promise<{ readonly kind: 'saved'; readonly id: string }> {
  ctx.authorize('material.manage', scope)
  return ctx.transaction(async (tx) => {
    await checkSession(tx, scope, input.sessionId)
    const { count } = await tx
      .selectFrom('materials')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('edition_id', '=', scope.editionId)
      .executeTakeFirstOrThrow()
    const id = newId('material')
    await tx
      .insertInto('materials')
      .values({ id, edition_id: scope.editionId, ...toRow(input), position: count })
      .execute()
    await tell(ctx, tx, scope)
    return { kind: 'saved', id }
  })
}

/** Gives a material the values of `input`. Throws `material.not_found`, and `session.not_found` as `addMaterial`. */
export async function changeMaterial(
  ctx: Context,
  scope: EditionScope,
  id: string,
  input: MaterialInput,
  expectedRevision?: number,
): Promise<SaveMaterialOutcome> {
  ctx.authorize('material.manage', scope)
  return ctx.transaction(async (tx) => {
    const own = tx.selectFrom('materials').select('id').where('id', '=', id).where('edition_id', '=', scope.editionId)
    if (!(await own.executeTakeFirst())) throw new DomainError('material.not_found', { id })
    if ((await lockRevision(tx, 'materials', id, expectedRevision)) === 'changed') return { kind: 'conflict' }
    await checkSession(tx, scope, input.sessionId)
    await tx.updateTable('materials').set(toRow(input)).where('id', '=', id).execute()
    await tell(ctx, tx, scope)
    return { kind: 'saved', id }
  })
}

/** Takes a material out of the edition for good. Throws `material.not_found`. */
export async function removeMaterial(
  ctx: Context,
  scope: EditionScope,
  id: string,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' }> {
  ctx.authorize('material.manage', scope)
  return ctx.transaction(async (tx) => {
    const owner = { edition_id: scope.editionId }
    const state = await lockForRemoval(tx, 'materials', id, owner, expectedRevision)
    if (state === 'missing') throw new DomainError('material.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await deleteOwned(tx, 'materials', id, owner)
    await tell(ctx, tx, scope)
    return { kind: 'removed' }
  })
}
