import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { lockPersons } from '../../people/persons/commands.ts'
import { parsePersonName } from '../../people/persons/names/rules.ts'
import { introducePersons } from '../../people/persons/profile/commands.ts'
import { personProfileInput } from '../../people/persons/profile/schema.ts'
import type { ReserveInput } from './schema.ts'

function toRow(input: ReserveInput, personId: string) {
  return {
    person_id: personId,
    function: input.function ?? null,
    organisation_name: input.organisationName ?? null,
    mode: input.mode,
    title: input.title ?? null,
    abstract: input.abstract,
    note: input.note ?? null,
    state: input.state,
  }
}

/** Who is meant; a name that is typed is that of somebody new. Throws `person.not_found`. */
async function findPerson(ctx: Context, tx: Transaction, scope: EditionScope, input: ReserveInput): Promise<string> {
  const { personId: id, personName = '' } = input
  if (id === undefined) {
    ctx.authorize('person.add', scope)
    await lockPersons(tx)
    const { name, academicTitle } = parsePersonName(personName)
    const profile = personProfileInput.parse({ name, ...(academicTitle ? { academicTitle } : {}) })
    return (await introducePersons(tx, scope, [profile], ctx.now()))[0]!
  }
  const person = await tx.selectFrom('persons').select('id').where('id', '=', id).executeTakeFirst()
  if (!person) throw new DomainError('person.not_found', { id })
  return id
}

/** Puts somebody on the reserve list of an edition. Throws `person.not_found`. */
export async function addReserve(
  ctx: Context,
  scope: EditionScope,
  input: ReserveInput,
): Promise<{ readonly id: string }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    const personId = await findPerson(ctx, tx, scope, input)
    const id = newId('reserve')
    await tx
      .insertInto('reserves')
      .values({ id, edition_id: scope.editionId, ...toRow(input, personId) })
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
    const personId = await findPerson(ctx, tx, scope, input)
    const saved = await tx
      .updateTable('reserves')
      .set(toRow(input, personId))
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .executeTakeFirst()
    if (saved.numUpdatedRows === 0n) throw new DomainError('reserve.not_found', { id })
    return { kind: 'saved' }
  })
}

/** Takes somebody off the reserve list. `conflict`: somebody else has saved it meanwhile. Who is not on it is no error. */
export async function removeReserve(
  ctx: Context,
  scope: EditionScope,
  id: string,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    if ((await lockRevision(tx, 'reserves', id, expectedRevision)) === 'changed') return { kind: 'conflict' }
    await tx.deleteFrom('reserves').where('id', '=', id).where('edition_id', '=', scope.editionId).execute()
    return { kind: 'removed' }
  })
}
