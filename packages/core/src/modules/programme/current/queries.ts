import type { Db } from '../../../platform/database/tables.ts'

/** The newest public edition of a series that has a published programme, by its slug. One query. */
export async function findCurrentProgramme(db: Db, seriesId: string): Promise<string | null> {
  const edition = await db
    .selectFrom('published_programmes')
    .innerJoin('editions', 'editions.id', 'published_programmes.edition_id')
    .select('editions.slug')
    .where('editions.series_id', '=', seriesId)
    .where('editions.visibility', '=', 'public')
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('editions.slug', 'desc')
    .limit(1)
    .executeTakeFirst()
  return edition?.slug ?? null
}

/** The titles of the published sessions with these slugs, by slug. One query. */
export async function listSessionTitles(
  db: Db,
  editionId: string,
  slugs: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await db
    .selectFrom('published_sessions')
    .select(['slug', 'title'])
    .where('edition_id', '=', editionId)
    .where('slug', 'in', [...slugs, ''])
    .execute()
  return Object.fromEntries(rows.map((row) => [row.slug, row.title]))
}
