import { sql } from 'kysely'
import type { SeriesScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { ImageType } from '../../../platform/files/types.ts'
import type { Image, ImageUse, Picture } from './types.ts'

const columns = [
  'id',
  'revision',
  'name',
  'media_type as type',
  'width',
  'height',
  'bytes',
  'alternative',
  'credit',
  'licence',
] as const

/** The pictures of a series, the newest first. */
export function listImages(db: Db, { seriesId }: SeriesScope): Promise<Image[]> {
  return db
    .selectFrom('images')
    .select(columns)
    .where('series_id', '=', seriesId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** A picture of the series. */
export async function findImage(db: Db, { seriesId }: SeriesScope, id: string): Promise<Image | null> {
  const image = await db
    .selectFrom('images')
    .select(columns)
    .where('series_id', '=', seriesId)
    .where('id', '=', id)
    .executeTakeFirst()
  return image ?? null
}

/** What the picture with this id is, for whoever sends its bytes. */
export async function findImageType(db: Db, id: string): Promise<ImageType | null> {
  const image = await db.selectFrom('images').select('media_type').where('id', '=', id).executeTakeFirst()
  return image?.media_type ?? null
}

/** What texts need to show these pictures, by id; one query. Ids that mean none are left out. */
export async function mapPictures(db: Db, ids: readonly string[]): Promise<Readonly<Record<string, Picture>>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('images')
    .select(['id', 'width', 'height', 'alternative', 'credit', 'licence'])
    .where(sql<boolean>`id = any(${ids})`)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.id, row]))
}

/** The texts of the series that show a picture, also the published ones, by what they are about; twenty at most. One query. */
export async function listImageUses(db: Db, { seriesId }: SeriesScope, id: string): Promise<ImageUse[]> {
  const named = `%bild:${id}%`
  const shows = (...columns: readonly string[]) =>
    sql.join(
      columns.map((column) => sql`${sql.ref(column)}::text like ${named}`),
      sql` or `,
    )
  const { rows } = await sql<ImageUse>`
    select 'series' as kind, name as title from series where id = ${seriesId} and ${shows('description')}
    union all
    select 'edition', name from editions
      where series_id = ${seriesId} and (${shows('description')} or exists (select from venues where id = venue_id and ${shows('directions')}))
    union all
    select 'news', coalesce(title ->> 'de', title ->> 'en') from news where series_id = ${seriesId} and ${shows('body')}
    union all
    select 'recap', coalesce(recaps.title ->> 'de', recaps.title ->> 'en') from recaps
      join editions on editions.id = recaps.edition_id and editions.series_id = ${seriesId}
      where ${shows('recaps.body', 'recaps.conclusion')}
    union all
    select 'session', sessions.title from sessions
      join editions on editions.id = sessions.edition_id and editions.series_id = ${seriesId}
      where ${shows('sessions.abstract', 'sessions.description')}
    union
    select 'session', title from published_sessions where series_id = ${seriesId} and ${shows('data')}
    order by kind, title limit 20`.execute(db)
  return rows
}
