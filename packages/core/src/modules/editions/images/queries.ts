import { sql } from 'kysely'
import type { SeriesScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { ImageType } from '../../../platform/files/types.ts'
import type { Image, Picture } from './types.ts'

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
