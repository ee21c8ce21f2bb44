import { newId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context/types.ts'
import { saveKeyedRows } from '../../platform/database/keyed-rows.ts'
import { touchPublication } from '../../platform/database/publication.ts'
import { insertRows, upsertRows } from '../../platform/database/rows.ts'
import type { Transaction } from '../../platform/database/tables.ts'
import type { EditionInput } from './schema.ts'

/** The venue of an edition, in the row it already has or in a new one. */
async function saveVenue(
  tx: Transaction,
  current: string | null,
  venue: EditionInput['venue'],
): Promise<string | null> {
  if (!venue) return null
  const { name = null, street = null, postcode = null, ars = null, land = null, city, country, directions } = venue
  const row = { name, street, postcode, city, ars, land, country, directions }
  const id = current ?? newId('venue')
  if (current) await upsertRows(tx, 'venues', ['id'], [{ id, ...row }])
  else await insertRows(tx, 'venues', [{ id, ...row }])
  return id
}

/** Adds the edition to the series, or gives the one with this slug its new values. Answers its id. */
export async function saveEdition(ctx: Context, seriesId: string, input: EditionInput): Promise<string> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    const stored = await tx
      .selectFrom('editions')
      .select('venue_id')
      .where('series_id', '=', seriesId)
      .where('slug', '=', input.slug)
      .forUpdate()
      .executeTakeFirst()
    const now = ctx.now().toString()
    const row = {
      id: newId('edition'),
      series_id: seriesId,
      slug: input.slug,
      number: input.number ?? null,
      name: input.name,
      motto: input.motto,
      description: input.description,
      starts_on: input.date?.startsOn ?? null,
      ends_on: input.date?.endsOn ?? null,
      date_precision: input.date?.precision ?? 'day',
      date_certainty: input.date?.certainty ?? 'fixed',
      time_zone: input.timeZone,
      state: input.state,
      visibility: input.visibility,
      venue_id: await saveVenue(tx, stored?.venue_id ?? null, input.venue),
      accent: input.accent,
      created_at: now,
      updated_at: now,
    }
    const [id] = await saveKeyedRows(tx, 'editions', ['series_id', 'slug'], [row])
    await touchPublication(tx)
    return id!
  })
}
