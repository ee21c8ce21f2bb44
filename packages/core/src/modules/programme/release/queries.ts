import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { ChangeCounts, ChangeReport } from '../changelog/types.ts'
import type { Release, ReleaseEntry } from './types.ts'

const count = (list: keyof ChangeCounts): RawBuilder<number> =>
  sql<number>`jsonb_array_length(report -> ${sql.lit(list)})`

function selectEntries(db: Db, editionId: string) {
  return db
    .selectFrom('releases')
    .select([
      'id',
      'number',
      'name',
      'note',
      'published_at as publishedAt',
      count('added').as('added'),
      count('removed').as('removed'),
      count('cancelled').as('cancelled'),
      count('reinstated').as('reinstated'),
      count('moved').as('moved'),
      count('changed').as('changed'),
    ])
    .where('edition_id', '=', editionId)
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

function toEntry({ id, number, name, note, publishedAt, ...changes }: EntryRow): ReleaseEntry {
  return { id, number, name, note, publishedAt, changes }
}

/** The releases of an edition, the newest first, with how much each changed. One query. */
export async function listReleases(db: Db, editionId: string): Promise<ReleaseEntry[]> {
  const rows = await selectEntries(db, editionId).orderBy('number', 'desc').execute()
  return rows.map(toEntry)
}

/** The release with this number and the whole programme it published. One query. */
export async function findRelease(db: Db, editionId: string, number: number): Promise<Release | null> {
  const release = await db
    .selectFrom('releases')
    .select(['id', 'number', 'name', 'note', 'published_at as publishedAt', 'snapshot as programme'])
    .where('edition_id', '=', editionId)
    .where('number', '=', number)
    .executeTakeFirst()
  return release ?? null
}

/** The release that the public sees now. One query. */
export async function findLatestRelease(db: Db, editionId: string): Promise<Release | null> {
  const release = await db
    .selectFrom('releases')
    .select(['id', 'number', 'name', 'note', 'published_at as publishedAt', 'snapshot as programme'])
    .where('edition_id', '=', editionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return release ?? null
}

export type ChangelogEntry = ReleaseEntry & { readonly report: ChangeReport }

/** What the newest `size` releases changed, told for people, the newest first; the first release of all is left out. One query. */
export async function listChangelog(db: Db, editionId: string, size = 20): Promise<ChangelogEntry[]> {
  const rows = await selectEntries(db, editionId)
    .select('report')
    .where('number', '>', 1)
    .orderBy('number', 'desc')
    .limit(size)
    .execute()
  return rows.map(({ report, ...row }) => ({ ...toEntry(row), report }))
}
