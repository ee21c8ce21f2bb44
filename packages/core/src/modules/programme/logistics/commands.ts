import { type Insertable, sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { lockEdition } from '../draft/commands.ts'
import { noteOutside } from '../journal/writing/commands.ts'
import { findPart } from './queries.ts'
import { toWindows } from './rules.ts'
import type { ArrivalInput, LineCheckInput, LogisticsInput } from './schema.ts'
import type { LogisticsTables } from './tables.ts'

/** `conflict`: somebody else has saved in the meantime; nothing was written. */
export type SaveLogisticsOutcome = { readonly kind: 'saved' | 'conflict' }

type About = { readonly editionId: string; readonly personId: string }

function arrivalRow({ on, at, travel, pickUp, stay }: ArrivalInput) {
  return {
    arrives_on: on ?? null,
    arrives_at: at ?? null,
    travel: travel ?? null,
    pick_up: pickUp ?? null,
    stay: stay ?? null,
  }
}

function checkRow({ on, at, by, link, result, note, fallback, fallbackPhone, standInId }: LineCheckInput) {
  return {
    check_on: on ?? null,
    check_at: at ?? null,
    check_by: by ?? null,
    call_link: link ?? null,
    check_result: result,
    check_note: note ?? null,
    fallback: fallback ?? null,
    fallback_phone: fallbackPhone ?? null,
    stand_in_id: standInId ?? null,
  }
}

/** What was not asked for keeps what stands there. */
function toRow({ presence, needs, needsNote, checkWish, arrival, check }: LogisticsInput) {
  return {
    is_always_there: presence === 'always',
    needs,
    needs_note: needsNote ?? null,
    check_wish: checkWish ?? null,
    ...(arrival ? arrivalRow(arrival) : {}),
    ...(check ? checkRow(check) : {}),
  }
}

/** The windows of somebody for whom that matters; none at all is left of who is always there, or of whom nobody knows. */
async function saveWindows(tx: Transaction, { editionId, personId }: About, input: LogisticsInput): Promise<void> {
  if (input.presence === 'unknown' || input.presence === 'always') {
    await sql`delete from availabilities where edition_id = ${editionId} and person_id = ${personId}`.execute(tx)
    return
  }
  const windows = JSON.stringify(toWindows(input.windows))
  await sql`insert into availabilities (id, edition_id, person_id, windows)
    values (${newId('circumstance')}, ${editionId}, ${personId}, ${windows})
    on conflict (edition_id, person_id) do update set windows = excluded.windows`.execute(tx)
}

async function checkStandIn(tx: Transaction, editionId: string, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const { rows } = await sql`select from reserves where id = ${id} and edition_id = ${editionId}`.execute(tx)
  if (rows.length === 0) throw new DomainError('reserve.not_found', { id })
}

/**
 * Writes what is known of somebody who appears in a locked edition, and tells who edits its draft. `answeredAt`: they say so
 * themselves. `conflict` unless what is stored is at `expectedRevision` (0: nothing is stored).
 */
export async function writeLogistics(
  ctx: Context,
  tx: Transaction,
  { editionId, personId }: About,
  input: LogisticsInput,
  expectedRevision: number | undefined,
  answeredAt?: string,
): Promise<SaveLogisticsOutcome> {
  await checkStandIn(tx, editionId, input.check?.standInId)
  const stored = await tx
    .selectFrom('speaker_logistics')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const isSame = stored
    ? (await lockRevision(tx, 'speaker_logistics', stored.id, expectedRevision)) === 'current'
    : !expectedRevision
  if (!isSame) return { kind: 'conflict' }
  await saveWindows(tx, { editionId, personId }, input)
  const id = stored?.id ?? newId('logistics')
  const answer = answeredAt ? { answered_at: answeredAt } : {}
  const row = { id, edition_id: editionId, person_id: personId, ...toRow(input), ...answer }
  await upsertRows(tx, 'speaker_logistics', ['id'], [row as Insertable<LogisticsTables['speaker_logistics']>])
  await noteOutside(ctx, tx, editionId, { kind: 'know', of: 'person' })
  return { kind: 'saved' }
}

/**
 * Makes `input` what is known of how somebody who appears in the edition comes and what they need. Throws
 * `person.not_found` for anybody else, and `reserve.not_found`.
 */
export async function saveLogistics(
  ctx: Context,
  scope: EditionScope,
  personId: string,
  input: LogisticsInput,
  expectedRevision?: number,
): Promise<SaveLogisticsOutcome> {
  ctx.authorize('logistics.manage', scope)
  const { editionId } = scope
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, editionId)
    if (!(await findPart(tx, editionId, personId))) throw new DomainError('person.not_found', { id: personId })
    return writeLogistics(ctx, tx, { editionId, personId }, input, expectedRevision)
  })
}
