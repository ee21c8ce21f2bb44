import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockEdition } from '../../draft/commands.ts'
import { noteOutside } from '../writing/commands.ts'

/**
 * Notes in each of these editions that what its draft stands on changed. Locks them, in the order in which everybody does:
 * who is going to write rows of several drafts calls this first.
 */
export async function noteSurroundings(ctx: Context, tx: Transaction, editionIds: readonly string[]): Promise<void> {
  for (const editionId of [...new Set(editionIds)].sort()) {
    await lockEdition(tx, editionId)
    await noteOutside(ctx, tx, editionId, { kind: 'surroundings' })
  }
}

const concerned = {
  person: sql`select edition_id, person_id as id from appearances join sessions on sessions.id = session_id
    union select edition_id, person_id from availabilities`,
  organisation: sql`select edition_id, organisation_id as id from appearances join sessions on sessions.id = session_id`,
  topic: sql`select edition_id, topic_id as id from session_topics join sessions on sessions.id = session_id`,
} as const

/** Notes it wherever a draft names this person, organisation or topic, which is called otherwise now or is going to be another. */
export async function noteNamed(
  ctx: Context,
  tx: Transaction,
  what: keyof typeof concerned,
  id: string,
): Promise<void> {
  const { rows } = await sql<{ edition_id: string }>`
    select distinct edition_id from (${concerned[what]}) as named where named.id = ${id}`.execute(tx)
  await noteSurroundings(
    ctx,
    tx,
    rows.map((row) => row.edition_id),
  )
}
