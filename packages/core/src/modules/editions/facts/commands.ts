import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { EditionFactsInput } from '../schema.ts'

async function clearFacts(tx: Transaction, editionId: string): Promise<void> {
  for (const table of ['edition_organisers', 'edition_lands', 'attendance_figures', 'announcements'] as const) {
    await tx.deleteFrom(table).where('edition_id', '=', editionId).execute()
  }
}

/** Replaces the organisers, attendance figures, Länder and announcements of an edition, and the source of its date. */
export async function saveEditionFacts(
  ctx: Context,
  edition: { readonly id: string; readonly seriesId: string },
  facts: EditionFactsInput,
): Promise<void> {
  ctx.authorize('series.manage', { seriesId: edition.seriesId })
  const edition_id = edition.id
  await ctx.transaction(async (tx) => {
    await clearFacts(tx, edition_id)
    await tx
      .updateTable('editions')
      .set({ date_source_id: facts.dateSourceId ?? null })
      .where('id', '=', edition_id)
      .execute()
    await insertRows(
      tx,
      'edition_organisers',
      facts.organisers.map(({ organisationId, role, note }, position) => ({
        edition_id,
        organisation_id: organisationId,
        role,
        note,
        position,
      })),
    )
    await insertRows(
      tx,
      'edition_lands',
      facts.lands.map(({ land, isLargest, sourceId }) => ({
        edition_id,
        land,
        is_largest: isLargest,
        source_id: sourceId ?? null,
      })),
    )
    await insertRows(
      tx,
      'attendance_figures',
      facts.attendance.map(({ count, qualifier, sessionKey, sourceId }) => ({
        id: newId('attendance'),
        edition_id,
        session_key: sessionKey ?? null,
        count,
        qualifier,
        source_id: sourceId ?? null,
      })),
    )
    await insertRows(
      tx,
      'announcements',
      facts.announcements.map(({ startsOn, certainty, editionId, sourceId }) => ({
        id: newId('announcement'),
        edition_id,
        announces_edition_id: editionId ?? null,
        starts_on: startsOn,
        certainty,
        source_id: sourceId ?? null,
      })),
    )
    await touchPublication(tx)
  })
}
