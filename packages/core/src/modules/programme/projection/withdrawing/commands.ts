import { sql } from 'kysely'
import { upsertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { ProgrammeChanges } from '../../changes/types.ts'
import type { Programme } from '../../types.ts'
import { toCards } from '../rules.ts'

/**
 * Keeps of the sessions that are public no more what their calendar entries need, so that calendars can be told that they do
 * not take place; and forgets that of those that are public again. Three statements whatever their number.
 */
export async function noteWithdrawn(
  tx: Transaction,
  editionId: string,
  before: Programme,
  { sessions: { added, removed } }: ProgrammeChanges,
  at: string,
): Promise<void> {
  const back = added.map((session) => session.id)
  await sql`delete from withdrawn_sessions where session_id = any(${back}::text[])`.execute(tx)
  const gone = removed.map((session) => ({ ...session, appearances: [] }))
  const { rows } = await sql<{ id: string; sequence: number }>`select id, sequence from sessions
    where id = any(${gone.map((session) => session.id)}::text[])`.execute(tx)
  const sequences = new Map(rows.map((row) => [row.id, row.sequence]))
  const cards = toCards({ ...before, sessions: gone }).filter(({ id }) => sequences.has(id))
  const withdrawn = cards.map((card) => ({
    session_id: card.id,
    edition_id: editionId,
    slug: card.slug,
    track_id: card.track?.id ?? null,
    sequence: sequences.get(card.id)!,
    card: { ...card, state: 'cancelled' as const },
    withdrawn_at: at,
  }))
  await upsertRows(tx, 'withdrawn_sessions', ['session_id'], withdrawn)
}
