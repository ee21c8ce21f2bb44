import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { emptyEntries } from '../../../messages/changes/forgetting/commands.ts'

/**
 * Notes that somebody has decided about a text that named an erased person. What they changed in it since then is in the
 * log of changes with the name; the content of these entries goes now. Throws `mention.not_found`.
 */
export async function settleMention(ctx: Context, id: string): Promise<void> {
  ctx.authorize('privacy.settle_mentions', null)
  await ctx.transaction(async (tx) => {
    const settled = await tx
      .updateTable('erasure_mentions')
      .set({ settled_at: ctx.now().toString() })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning(['table_name', 'row_id', 'found_at'])
      .executeTakeFirst()
    if (!settled) throw new DomainError('mention.not_found', { id })
    const { rows } = await sql<{
      id: number
    }>`select id from change_rows where erased_by is null and operation <> 'erase'
      and table_name = ${settled.table_name} and key ->> 'id' = ${settled.row_id}
      and change_id in (select changes.id from changes where changes.at >= ${settled.found_at})`.execute(tx)
    await emptyEntries(
      tx,
      rows.map((row) => row.id),
    )
  })
}
