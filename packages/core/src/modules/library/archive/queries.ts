import type { Db } from '../../../platform/database/tables.ts'
import { personSource } from './rules.ts'

/** The ids of the people whom the archive of the series knows, by the slugs that it calls them. */
export async function mapArchivedPersons(db: Db, seriesSlug: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person_references')
    .select(['reference', 'person_id'])
    .where('source', '=', personSource(seriesSlug))
    .execute()
  return new Map(rows.map((row) => [row.reference, row.person_id]))
}
