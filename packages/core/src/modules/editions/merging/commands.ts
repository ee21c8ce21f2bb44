import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/tables.ts'

type Merged = { readonly fromId: string; readonly intoId: string }

/** Contact persons: nobody is named twice as a present contact of one series. */
export async function moveContactPersons(tx: Transaction, { fromId, intoId }: Merged): Promise<void> {
  await sql`update contacts set is_current = false where person_id = ${fromId} and is_current and exists (
    select from contacts other where other.person_id = ${intoId} and other.is_current
      and other.series_id = contacts.series_id)`.execute(tx)
  await tx.updateTable('contacts').set({ person_id: intoId }).where('person_id', '=', fromId).execute()
}

/** Organisers, contact persons and sources: nobody is named twice in one role at one edition. */
export async function moveOrganisers(tx: Transaction, { fromId, intoId }: Merged): Promise<void> {
  await sql`delete from edition_organisers where organisation_id = ${fromId} and exists (
    select from edition_organisers other where other.organisation_id = ${intoId}
      and other.edition_id = edition_organisers.edition_id and other.role = edition_organisers.role)`.execute(tx)
  await sql`update edition_organisers set organisation_id = ${intoId} where organisation_id = ${fromId}`.execute(tx)
  await sql`update contacts set organisation_id = ${intoId} where organisation_id = ${fromId}`.execute(tx)
  await sql`update sources set publisher_id = ${intoId} where publisher_id = ${fromId}`.execute(tx)
}
