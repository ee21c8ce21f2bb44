import { sql } from 'kysely'
import { hashToken } from '../../../kernel/tokens.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { BookmarkInput } from './schema.ts'
import type { CountOutcome } from './types.ts'

/** More visitors than any edition has; beyond it somebody makes lists up. */
export const mostLists = 20_000

/** The published sessions of the edition with these slugs, by id; what is not in its programme is left out. */
async function findSessionIds(tx: Transaction, editionId: string, slugs: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('published_sessions')
    .select('session_id as id')
    .where('edition_id', '=', editionId)
    .where('slug', 'in', [...slugs, ''])
    .orderBy('session_id')
    .execute()
  return rows.map((row) => row.id)
}

async function isFull(tx: Transaction, editionId: string, key: string): Promise<boolean> {
  const { rows } = await sql<{ isFull: boolean }>`
    select (select count(*) from bookmark_lists where edition_id = ${editionId}) >= ${mostLists}
      and not exists (select from bookmark_lists where key = ${key}) as "isFull"`.execute(tx)
  return rows[0]!.isFull
}

/**
 * Counts what a visitor has marked in an edition, in the place of what was counted for the same browser before; nothing
 * marked: nothing is kept. Whose list it is cannot be told: stored is the hash of a number that only the browser knows.
 */
export async function countBookmarksOf(ctx: Context, editionId: string, input: BookmarkInput): Promise<CountOutcome> {
  ctx.authorize('bookmark.count', null)
  const key = hashToken(`${editionId} ${input.token}`)
  return ctx.transaction(async (tx) => {
    const sessionIds = await findSessionIds(tx, editionId, input.slugs)
    if (sessionIds.length === 0) {
      await tx.deleteFrom('bookmark_lists').where('key', '=', key).execute()
      return { kind: 'forgotten' }
    }
    if (await isFull(tx, editionId, key)) return { kind: 'full' }
    const row = { session_ids: sessionIds, counted_at: ctx.now().toString() }
    await tx
      .insertInto('bookmark_lists')
      .values({ key, edition_id: editionId, ...row })
      .onConflict((on) => on.column('key').doUpdateSet(row))
      .execute()
    return { kind: 'counted' }
  })
}
