import { type Insertable, sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { Tables, Transaction } from '../../../platform/database/tables.ts'
import { lockEdition } from '../draft/commands.ts'
import { noteOutside } from '../journal/writing/commands.ts'
import type { AvailabilityInput, OrderWishInput, PaceInput, RoomEquipmentInput, SessionNeedsInput } from './schema.ts'

/** `conflict`: somebody else has saved in the meantime; nothing was written. */
export type SaveCircumstanceOutcome = { readonly kind: 'saved' | 'conflict' }

type KnownTable = 'paces' | 'availabilities' | 'room_equipment' | 'session_needs'
type Owner = { readonly column: 'edition_id' | 'person_id' | 'room_id' | 'session_id'; readonly id: string }
type Row<T extends KnownTable> = Omit<Insertable<Tables[T]>, 'id' | 'revision' | 'edition_id'>

const subjectOf = { edition_id: 'pace', person_id: 'person', room_id: 'room', session_id: 'session' } as const

/** Throws `<thing>.not_found` for what does not belong to the edition; a person is anybody in the directory. */
async function checkIsOf(tx: Transaction, scope: EditionScope, table: 'rooms' | 'sessions' | 'persons', id: string) {
  const { rows } = await sql`select from ${sql.table(table)} where id = ${id}
    and ${table === 'persons' ? sql`true` : sql`edition_id = ${scope.editionId}`}`.execute(tx)
  if (rows.length === 0) throw new DomainError(`${table.slice(0, -1)}.not_found`, { id })
}

/** The one row of `table` about `owner` in the edition becomes `row`, unless it is no longer at `expectedRevision` (0: there is none). */
async function saveKnown<T extends KnownTable>(
  ctx: Context,
  scope: EditionScope,
  table: T,
  owner: Owner,
  row: Row<T>,
  expectedRevision: number | undefined,
): Promise<SaveCircumstanceOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const kind = { person_id: 'persons', room_id: 'rooms', session_id: 'sessions' } as const
    if (owner.column !== 'edition_id') await checkIsOf(tx, scope, kind[owner.column], owner.id)
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
      where edition_id = ${scope.editionId} and ${sql.ref(owner.column)} = ${owner.id}`.execute(tx)
    const [stored] = rows
    if (stored && (await lockRevision(tx, table, stored.id, expectedRevision)) === 'changed')
      return { kind: 'conflict' }
    if (!stored && expectedRevision) return { kind: 'conflict' }
    const id = stored?.id ?? newId('circumstance')
    const full = { ...row, id, edition_id: scope.editionId } as unknown as Insertable<Tables[T]>
    await upsertRows<T>(tx, table, ['id'] as never, [full])
    await noteOutside(ctx, tx, scope.editionId, { kind: 'know', of: subjectOf[owner.column] })
    return { kind: 'saved' }
  })
}

/** What the edition asks of its days. */
export function savePace(ctx: Context, scope: EditionScope, input: PaceInput, expectedRevision?: number) {
  const row = {
    day_begins: input.dayBegins ?? null,
    day_ends: input.dayEnds ?? null,
    change_minutes: input.changeMinutes,
    break_minutes: input.breakMinutes,
    stretch_minutes: input.stretchMinutes,
  }
  return saveKnown(ctx, scope, 'paces', { column: 'edition_id', id: scope.editionId }, row, expectedRevision)
}

/** When somebody can be there. Throws `person.not_found`. */
export function saveAvailability(
  ctx: Context,
  scope: EditionScope,
  input: AvailabilityInput,
  expectedRevision?: number,
) {
  const row = { person_id: input.personId, windows: input.windows }
  return saveKnown(ctx, scope, 'availabilities', { column: 'person_id', id: input.personId }, row, expectedRevision)
}

/** What a room offers. Throws `room.not_found`. */
export function saveRoomEquipment(
  ctx: Context,
  scope: EditionScope,
  input: RoomEquipmentInput,
  expectedRevision?: number,
) {
  const row = { room_id: input.roomId, equipment: input.equipment }
  return saveKnown(ctx, scope, 'room_equipment', { column: 'room_id', id: input.roomId }, row, expectedRevision)
}

/** What a session needs of its room. Throws `session.not_found`. */
export function saveSessionNeeds(
  ctx: Context,
  scope: EditionScope,
  input: SessionNeedsInput,
  expectedRevision?: number,
) {
  const row = {
    session_id: input.sessionId,
    expected_count: input.expectedCount ?? null,
    equipment: input.equipment,
  }
  return saveKnown(ctx, scope, 'session_needs', { column: 'session_id', id: input.sessionId }, row, expectedRevision)
}

/** Nothing is known any more of when somebody can be there: they count as always there, as who was never asked. */
export async function forgetAvailability(ctx: Context, scope: EditionScope, personId: string): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const told = tx.deleteFrom('availabilities').where('edition_id', '=', scope.editionId)
    const forgotten = await told.where('person_id', '=', personId).returning('id').execute()
    if (forgotten.length > 0) await noteOutside(ctx, tx, scope.editionId, { kind: 'know', of: 'person' })
  })
}

/** Notes that one session should be over before another begins. The same wish again changes its reason. Throws `session.not_found`. */
export async function addOrderWish(ctx: Context, scope: EditionScope, input: OrderWishInput): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    for (const id of [input.firstSessionId, input.thenSessionId]) await checkIsOf(tx, scope, 'sessions', id)
    await tx
      .insertInto('order_wishes')
      .values({
        id: newId('orderWish'),
        edition_id: scope.editionId,
        first_session_id: input.firstSessionId,
        then_session_id: input.thenSessionId,
        reason: input.reason ?? null,
      })
      .onConflict((on) =>
        on.columns(['edition_id', 'first_session_id', 'then_session_id']).doUpdateSet({ reason: input.reason ?? null }),
      )
      .execute()
    await noteOutside(ctx, tx, scope.editionId, { kind: 'know', of: 'order' })
  })
}

/** Takes a wish back. One that is gone already is no error. */
export async function removeOrderWish(ctx: Context, scope: EditionScope, id: string): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const own = tx.deleteFrom('order_wishes').where('edition_id', '=', scope.editionId)
    const gone = await own.where('id', '=', id).returning('id').execute()
    if (gone.length > 0) await noteOutside(ctx, tx, scope.editionId, { kind: 'know', of: 'order' })
  })
}
