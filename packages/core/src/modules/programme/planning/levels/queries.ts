import type { Db } from '../../../../platform/database/tables.ts'
import { usualLevels } from './rules.ts'
import type { Levels } from './types.ts'

/** How much each wish counts in an edition; the usual where it has said nothing. One query. */
export async function readLevels(db: Db, editionId: string): Promise<Levels> {
  const row = await db
    .selectFrom('planning_levels')
    .select('levels')
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return { ...usualLevels, ...row?.levels }
}
