import type { Schedule } from '@fachtag/formats/schedule/types'
import type { Db } from '../../../platform/database/tables.ts'
import { findLatestRelease } from '../release/queries.ts'
import { programmeToSchedule } from './rules.ts'

/** Makes absolute addresses of the public pages; `path` begins with a slash. */
export type AddressOf = (path: string) => string

/**
 * The published programme of an edition, public or not, as a schedule for other systems; null where there is no such
 * edition or nothing is published. Two queries. With `addressOf` it names the addresses of its pages.
 */
export async function findSchedule(
  db: Db,
  seriesSlug: string,
  editionSlug: string,
  addressOf?: AddressOf,
): Promise<Schedule | null> {
  const edition = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .leftJoin('venues', 'venues.id', 'editions.venue_id')
    .select([
      'editions.id',
      'editions.name as title',
      'editions.starts_on as firstDay',
      'editions.ends_on as lastDay',
      'editions.date_precision as precision',
      'venues.name as venue',
      'venues.city',
    ])
    .where('series.slug', '=', seriesSlug)
    .where('editions.slug', '=', editionSlug)
    .executeTakeFirst()
  const release = edition && (await findLatestRelease(db, edition.id))
  if (!release) return null
  const { id: _id, precision, firstDay, lastDay, ...facts } = edition
  const days = precision === 'day' ? { firstDay, lastDay: lastDay ?? firstDay } : { firstDay: null, lastDay: null }
  const path = `/${seriesSlug}/${editionSlug}`
  const head = {
    ...facts,
    ...days,
    acronym: `${seriesSlug}-${editionSlug}`,
    url: addressOf?.(path) ?? null,
    version: release.name,
  }
  return programmeToSchedule(head, release.programme, (slug) => addressOf?.(`${path}/programm/beitrag/${slug}`))
}
