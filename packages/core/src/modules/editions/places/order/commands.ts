import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockName } from '../../../../platform/database/named-lock.ts'
import { lockOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { Place } from '../types.ts'

/** The end of the list, and an address made from `name` that nothing else of the edition has. Locks the edition's list. */
export async function nextPlace(
  tx: Transaction,
  place: Place,
  { editionId }: EditionScope,
  name: string,
): Promise<{ readonly slug: string; readonly position: number }> {
  await lockName(tx, `${place}.${editionId}`)
  const stored = await tx.selectFrom(place).select(['slug', 'position']).where('edition_id', '=', editionId).execute()
  const slug = uniqueSlug(slugify(name, 60), new Set(stored.map((row) => row.slug)), place.slice(0, -1))
  return { slug, position: Math.max(-1, ...stored.map((row) => row.position)) + 1 }
}

/** Puts the rooms or tracks of an edition into the order of `ids`; those that are not named follow in the order they had. */
export async function orderPlaces(
  ctx: Context,
  scope: EditionScope,
  place: Place,
  ids: readonly string[],
): Promise<void> {
  ctx.authorize('place.manage', scope)
  await ctx.transaction(async (tx) => {
    await lockOwned(tx, 'editions', scope.editionId, { series_id: scope.seriesId })
    await sql`update ${sql.table(place)} set position = ordered.place from (
        select id, row_number() over (order by array_position(${ids}::text[], id) nulls last, position, name) - 1 as place
        from ${sql.table(place)} where edition_id = ${scope.editionId}
      ) as ordered where ordered.id = ${sql.ref(`${place}.id`)} and position <> ordered.place`.execute(tx)
    await touchPublication(tx)
    await ctx.publish(tx, 'EditionChanged', { editionId: scope.editionId })
    await ctx.publish(tx, 'GroundChanged', { editionId: scope.editionId })
  })
}
