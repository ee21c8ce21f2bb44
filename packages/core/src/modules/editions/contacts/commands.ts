import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { ContactInput } from './schema.ts'

/**
 * Makes `contacts` the present contact persons of a series, in their order. Somebody who stays keeps the address of their
 * entry; somebody who is no longer named is kept as a former contact.
 */
export async function saveContacts(ctx: Context, seriesId: string, contacts: readonly ContactInput[]): Promise<void> {
  ctx.authorize('series.manage', { seriesId })
  await ctx.transaction(async (tx) => {
    const stored = await tx
      .selectFrom('contacts')
      .select(['id', 'person_id'])
      .where('series_id', '=', seriesId)
      .forUpdate()
      .execute()
    const known = new Map(stored.map((row) => [row.person_id, row.id]))
    await tx.updateTable('contacts').set({ is_current: false }).where('series_id', '=', seriesId).execute()
    const rows = contacts.map((contact, position) => ({
      id: known.get(contact.personId) ?? newId('contact'),
      series_id: seriesId,
      edition_id: contact.editionId ?? null,
      person_id: contact.personId,
      organisation_id: contact.organisationId ?? null,
      function: contact.function ?? null,
      email: contact.email ?? null,
      phone: contact.phone ?? null,
      source_id: contact.sourceId ?? null,
      is_current: true,
      position,
    }))
    await upsertRows(tx, 'contacts', ['id'], rows)
    await touchPublication(tx)
  })
}
