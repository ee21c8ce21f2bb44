import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { ReserveInput } from './schema.ts'

function toRow(input: ReserveInput) {
  return {
    person_id: input.personId,
    function: input.function ?? null,
    organisation_name: input.organisationName ?? null,
    mode: input.mode,
    title: input.title ?? null,
    abstract: input.abstract,
    note: input.note ?? null,
    state: input.state,
  }
}

async function checkPerson(tx: Transaction, id: string): Promise<void> {
  const person = await tx.selectFrom('persons').select('id').where('id', '=', id).executeTakeFirst()
  if (!person) throw new DomainError('person.not_found', { id })
}

/** Puts somebody on the reserve list of an edition. Throws `person.not_found`. */
export async function addReserve(
  ctx: Context,
  scope: EditionScope,
  input: ReserveInput,
): Promise<{ readonly id: string }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await checkPerson(tx, input.personId)
    const id = newId('reserve')
    await tx
      .insertInto('reserves')
      .values({ id, edition_id: scope.editionId, ...toRow(input) })
      .execute()
    return { id }
  })
}

/** Gives an entry of the reserve list other values. `conflict`: somebody else has saved it meanwhile. Throws `reserve.not_found`, `person.not_found`. */
export async function changeReserve(
  ctx: Context,
  scope: EditionScope,
  id: string,
  input: ReserveInput,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    if ((await lockRevision(tx, 'reserves', id, expectedRevision)) === 'changed') return { kind: 'conflict' }
    await checkPerson(tx, input.personId)
    const saved = await tx
      .updateTable('reserves')
      .set(toRow(input))
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .executeTakeFirst()
    if (saved.numUpdatedRows === 0n) throw new DomainError('reserve.not_found', { id })
    return { kind: 'saved' }
  })
}

/** Takes somebody off the reserve list. Who is not on it is no error. */
export async function removeReserve(ctx: Context, scope: EditionScope, id: string): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction((tx) =>
    tx.deleteFrom('reserves').where('id', '=', id).where('edition_id', '=', scope.editionId).execute(),
  )
}
