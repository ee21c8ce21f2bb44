import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { saveKeyedRows } from '../../../platform/database/keyed-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import type { SourceInput } from './schema.ts'

/** Adds or changes the sources of a series by key; others stay. Answers key → id. */
export async function saveSources(
  ctx: Context,
  seriesId: string,
  sources: readonly SourceInput[],
): Promise<ReadonlyMap<string, string>> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    const rows = sources.map((source) => ({
      id: newId('source'),
      series_id: seriesId,
      key: source.key,
      title: source.title,
      publisher_id: source.publisherId ?? null,
      url: source.url ?? null,
      published_on: source.publishedOn ?? null,
    }))
    const ids = await saveKeyedRows(tx, 'sources', ['series_id', 'key'], rows)
    await touchPublication(tx)
    return new Map(rows.map((row, index) => [row.key, ids[index]!]))
  })
}
