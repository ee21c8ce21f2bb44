import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval, lockOwned } from '../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows, upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { listUnknownKeys } from '../../people/register/queries.ts'
import type { Visibility } from '../types.ts'
import type { EditionForm, NewEditionForm } from './schema.ts'
import type { EditionAdded, EditionSaved } from './types.ts'

async function tell(ctx: Context, tx: Transaction, editionId: string): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
}

const toRow = ({ number, name, motto, description, date, timeZone, state, accent }: EditionForm, now: string) => ({
  number: number ?? null,
  name,
  motto,
  description,
  starts_on: date?.startsOn ?? null,
  ends_on: date?.endsOn ?? null,
  date_precision: date?.precision ?? ('day' as const),
  date_certainty: date?.certainty ?? ('fixed' as const),
  time_zone: timeZone,
  state,
  accent,
  updated_at: now,
})

const toVenueRow = (id: string, venue: NonNullable<EditionForm['venue']>) => ({
  id,
  name: venue.name ?? null,
  street: venue.street ?? null,
  postcode: venue.postcode ?? null,
  city: venue.city,
  ars: venue.ars ?? null,
  land: venue.land ?? venue.ars?.slice(0, 2) ?? null,
  country: venue.country,
  directions: venue.directions,
})

/** Whether the register has no such place. */
async function isNowhere(tx: Transaction, venue: EditionForm['venue']): Promise<boolean> {
  return venue?.ars !== undefined && (await listUnknownKeys(tx, [venue.ars])).length > 0
}

/** Adds an edition to a series, not public yet, and never touches one that exists. */
export async function addEdition(
  ctx: Context,
  { seriesId }: SeriesScope,
  { slug, venue, ...form }: NewEditionForm,
): Promise<EditionAdded> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    if (await isNowhere(tx, venue)) return { kind: 'unknown_region' }
    const id = newId('edition')
    const venueId = venue ? newId('venue') : null
    if (venue && venueId) await insertRows(tx, 'venues', [toVenueRow(venueId, venue)])
    const row = { id, series_id: seriesId, slug, venue_id: venueId, ...toRow(form, ctx.now().toString()) }
    const added = await tx
      .insertInto('editions')
      .values(row)
      .onConflict((taken) => taken.columns(['series_id', 'slug']).doNothing())
      .returning('id')
      .execute()
    if (added.length > 0) {
      await tell(ctx, tx, id)
      return { kind: 'saved', editionId: id }
    }
    if (venueId) await tx.deleteFrom('venues').where('id', '=', venueId).execute()
    return { kind: 'taken' }
  })
}

/** The venue in the row that the edition has, or in a new one. A changed venue counts as a change of the edition. */
async function changeVenue(tx: Transaction, editionId: string, venue: EditionForm['venue']): Promise<void> {
  const { venue_id: stored } = await tx
    .selectFrom('editions')
    .select('venue_id')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
  if (!venue) {
    await tx.updateTable('editions').set({ venue_id: null }).where('id', '=', editionId).execute()
    if (stored) await tx.deleteFrom('venues').where('id', '=', stored).execute()
    return
  }
  const row = toVenueRow(stored ?? newId('venue'), venue)
  const revision = () => tx.selectFrom('venues').select('revision').where('id', '=', row.id).executeTakeFirst()
  const before = await revision()
  await upsertRows(tx, 'venues', ['id'], [row])
  const isOther = before !== undefined && before.revision !== (await revision())?.revision
  await tx
    .updateTable('editions')
    .set({ venue_id: row.id, ...(isOther ? { revision: sql`revision + 1` } : {}) })
    .where('id', '=', editionId)
    .execute()
}

/** Gives an edition new values; its address stays, and whether it is public. Throws `edition.not_found`. */
export async function changeEdition(
  ctx: Context,
  scope: EditionScope,
  { venue, ...form }: EditionForm,
  expectedRevision?: number,
): Promise<EditionSaved> {
  ctx.authorize('edition.manage', scope)
  const { editionId, seriesId } = scope
  return ctx.transaction(async (tx) => {
    const state = await lockOwned(tx, 'editions', editionId, { series_id: seriesId }, expectedRevision)
    if (state === 'missing') throw new DomainError('edition.not_found', { edition: editionId })
    if (state === 'changed') return { kind: 'conflict' }
    if (await isNowhere(tx, venue)) return { kind: 'unknown_region' }
    await changeVenue(tx, editionId, venue)
    await tx.updateTable('editions').set(toRow(form, ctx.now().toString())).where('id', '=', editionId).execute()
    await ctx.publish(tx, 'GroundChanged', { editionId })
    await tell(ctx, tx, editionId)
    return { kind: 'saved' }
  })
}

/** Shows an edition to the public, or takes it back. Throws `edition.not_found`. */
export async function setEditionVisibility(ctx: Context, scope: EditionScope, visibility: Visibility): Promise<void> {
  ctx.authorize('edition.manage', scope)
  await ctx.transaction(async (tx) => {
    const changed = await tx
      .updateTable('editions')
      .set({ visibility, updated_at: ctx.now().toString() })
      .where('id', '=', scope.editionId)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw new DomainError('edition.not_found', { edition: scope.editionId })
    await tell(ctx, tx, scope.editionId)
    await ctx.publish(tx, 'SiteChanged', {})
  })
}

/** Deletes an edition that is not public and has neither sessions nor a published programme. Throws `edition.not_found`. */
export async function removeEdition(
  ctx: Context,
  scope: EditionScope,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' | 'in-use' }> {
  ctx.authorize('series.manage', scope)
  const { editionId, seriesId } = scope
  return ctx.transaction(async (tx) => {
    const owner = { series_id: seriesId }
    const state = await lockForRemoval(tx, 'editions', editionId, owner, expectedRevision)
    if (state === 'missing') throw new DomainError('edition.not_found', { edition: editionId })
    if (state === 'changed') return { kind: 'conflict' }
    const used = await tx
      .selectFrom('editions')
      .select('id')
      .where('id', '=', editionId)
      .where(
        sql<boolean>`(visibility = 'public' or exists (select from sessions where edition_id = editions.id)
        or exists (select from releases where edition_id = editions.id))`,
      )
      .execute()
    if (used.length > 0) return { kind: 'in-use' }
    await deleteOwned(tx, 'editions', editionId, owner)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'removed' }
  })
}
