import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { daysFrom } from './rules.ts'

/** The days on which an edition is held; none as long as they are known to the month only. One query. */
export async function listEditionDays(db: Db, { editionId }: EditionScope): Promise<string[]> {
  const edition = await db
    .selectFrom('editions')
    .select(['starts_on', 'ends_on', 'date_precision'])
    .where('id', '=', editionId)
    .executeTakeFirst()
  return edition?.date_precision === 'day' ? daysFrom(edition.starts_on, edition.ends_on) : []
}
