import type { z } from 'zod'
import type { undoInput } from '../../modules/messages/changes/schema.ts'
import { undoChange } from '../../modules/messages/changes/undo/commands.ts'
import type { UndoneRow, UndoOutcome, UndoRules } from '../../modules/messages/changes/undo/types.ts'
import { noteSurroundings } from '../../modules/programme/journal/outside/commands.ts'
import { reprojectLatest } from '../../modules/programme/projection/restoring/commands.ts'
import type { Context } from '../../platform/context/types.ts'
import { touchPublication } from '../../platform/database/publication.ts'
import type { Transaction } from '../../platform/database/tables.ts'
import { loggedTables } from './logged-tables.ts'
import { mayEditAll } from './rights.ts'

const mergeable: readonly string[] = ['persons', 'organisations', 'topics']

/** Editions in whose published programme somebody was moved to another entry, which now comes back. */
function editionsOfMerge(rows: readonly UndoneRow[]): string[] {
  if (!rows.some((row) => mergeable.includes(row.table) && row.operation === 'delete')) return []
  return [...new Set(rows.flatMap((row) => row.editionId ?? []))]
}

/** What drafts are made of and measured by. */
const draftTables: readonly string[] = [
  'editions',
  'tracks',
  'rooms',
  'room_equipment',
  'sessions',
  'session_topics',
  'session_needs',
  'appearances',
  'availabilities',
  'speaker_logistics',
  'order_wishes',
  'slots',
  'paces',
  'accepted_warnings',
]

/** The editions whose drafts these rows belong to, in the order in which everybody locks them. */
function draftsOf(rows: readonly UndoneRow[]): string[] {
  const ids = rows.flatMap((row) => (row.editionId && draftTables.includes(row.table) ? [row.editionId] : []))
  return [...new Set(ids)].sort()
}

/** An edition that was taken away by the change is not there to be locked. */
async function prepare(tx: Transaction, rows: readonly UndoneRow[]): Promise<void> {
  const ids = draftsOf(rows)
  if (ids.length > 0)
    await tx.selectFrom('editions').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
}

async function announce(ctx: Context, tx: Transaction, rows: readonly UndoneRow[]): Promise<void> {
  const published = editionsOfMerge(rows)
  if (published.length > 0) await reprojectLatest(tx, published)
  else await touchPublication(tx)
  const editions = new Set(rows.flatMap((row) => row.editionId ?? []))
  for (const editionId of editions) await ctx.publish(tx, 'EditionChanged', { editionId })
  await noteSurroundings(ctx, tx, draftsOf(rows))
  if (rows.some((row) => row.editionId === null)) await ctx.publish(tx, 'SiteChanged', {})
}

const rules: UndoRules = {
  canUndo: (table) => Boolean(loggedTables[table]?.edit),
  mayEdit: mayEditAll,
  prepare,
  announce,
}

/** Takes back the last change of what it touched; see `undoChange`. */
export function undo(ctx: Context, input: z.output<typeof undoInput>): Promise<UndoOutcome> {
  return undoChange(ctx, rules, input)
}
