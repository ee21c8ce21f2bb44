import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { saveKeyedRows } from '../../../platform/database/keyed-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { findSeriesScope } from '../scope/queries.ts'
import type { SeriesInput } from './schema.ts'

async function authorizeSave(ctx: Context, slug: string): Promise<void> {
  const known = await findSeriesScope(ctx.db, slug)
  if (known) ctx.authorize('series.manage', known)
  else ctx.authorize('series.create', null)
}

/**
 * Adds the series, or gives the one with this slug its new values. A series that becomes the home series takes that place
 * from the one before. Answers its id.
 */
export async function saveSeries(ctx: Context, input: SeriesInput): Promise<string> {
  await authorizeSave(ctx, input.slug)
  return ctx.transaction(async (tx) => {
    if (input.isHome) {
      await tx.updateTable('series').set({ is_home: false }).where('slug', '!=', input.slug).execute()
    }
    const row = {
      id: newId('series'),
      slug: input.slug,
      name: input.name,
      short_name: input.shortName ?? null,
      claim: input.claim,
      description: input.description,
      language: input.language,
      is_home: input.isHome,
      created_at: ctx.now().toString(),
    }
    const [id] = await saveKeyedRows(tx, 'series', ['slug'], [row])
    await touchPublication(tx)
    return id!
  })
}
