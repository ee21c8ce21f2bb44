import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import type { OpenMention } from '../types.ts'

/** Table → the name of a row for a reader, as SQL. */
const titles: Readonly<Record<string, string>> = {
  news: "coalesce(title ->> 'de', title ->> 'en')",
  pages: "coalesce(title ->> 'de', title ->> 'en')",
  recaps: "coalesce(title ->> 'de', title ->> 'en')",
  topics: "coalesce(name ->> 'de', name ->> 'en')",
  materials: 'title',
  sessions: 'title',
  sources: 'title',
  mail_templates: 'template',
}

/** Table → from where the way to a row begins: the series and edition it belongs to. */
const places: Readonly<Record<string, readonly ('series_id' | 'edition_id')[]>> = {
  news: ['series_id'],
  recaps: ['edition_id'],
  materials: ['edition_id'],
  sessions: ['edition_id'],
  tracks: ['edition_id'],
  rooms: ['edition_id'],
  sources: ['series_id'],
  images: ['series_id'],
  mail_templates: ['series_id'],
}

function placeOf(table: string) {
  const [column] = places[table] ?? []
  if (table === 'editions')
    return sql<string | null>`(select series.slug || '/' || editions.slug from series
    where series.id = editions.series_id)`
  if (table === 'series') return sql<string | null>`slug`
  if (column === 'series_id') return sql<string | null>`(select slug from series where series.id = series_id)`
  if (column === 'edition_id')
    return sql<string | null>`(select series.slug || '/' || editions.slug from editions
      join series on series.id = editions.series_id where editions.id = edition_id)`
  return sql<string | null>`null`
}

/**
 * The texts that named somebody who was erased and that nobody has decided about, the oldest first: with what the row is
 * called and the place in the workplace that it belongs to. A query for each kind of text.
 */
export async function listMentions(ctx: Context): Promise<OpenMention[]> {
  ctx.authorize('privacy.settle_mentions', null)
  const open = await ctx.db
    .selectFrom('erasure_mentions')
    .select(['id', 'table_name as table', 'row_id as rowId'])
    .where('settled_at', 'is', null)
    .orderBy('found_at')
    .orderBy('id')
    .execute()
  const found = new Map<string, { title: string | null; path: string | null }>()
  for (const [table, mentions] of Map.groupBy(open, (one) => one.table)) {
    const ids = mentions.map((one) => one.rowId)
    const title = sql.raw(titles[table] ?? 'name::text')
    const { rows } = await sql<{ id: string; title: string | null; path: string | null }>`
      select id, ${title} as title, ${placeOf(table)} as path from ${sql.table(table)} where id = any(${ids})`.execute(
      ctx.db,
    )
    for (const row of rows) found.set(`${table} ${row.id}`, row)
  }
  return open.map((one) => {
    const row = found.get(`${one.table} ${one.rowId}`)
    return { ...one, title: row?.title ?? one.rowId, path: row?.path ?? null }
  })
}
