import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import type { ContactInput } from '../schema.ts'

/** The present contact persons of a series as the form shows them, and what persons and organisations are called, by id. */
export async function findContactsForm(
  db: Db,
  { seriesId }: SeriesScope,
): Promise<{ readonly contacts: readonly ContactInput[]; readonly names: Readonly<Record<string, string>> }> {
  const rows = await db
    .selectFrom('contacts')
    .innerJoin('persons', 'persons.id', 'contacts.person_id')
    .leftJoin('organisations', 'organisations.id', 'contacts.organisation_id')
    .selectAll('contacts')
    .select(['persons.name', 'persons.academic_title as academicTitle', 'organisations.name as organisationName'])
    .where('series_id', '=', seriesId)
    .where('is_current', '=', true)
    .orderBy('position')
    .orderBy('contacts.id')
    .execute()
  const named = rows.flatMap((row): [string, string][] => [
    [row.person_id, titledName(row)],
    ...(row.organisation_id && row.organisationName
      ? [[row.organisation_id, row.organisationName] as [string, string]]
      : []),
  ])
  const contacts = rows.map((row) => ({
    personId: row.person_id,
    organisationId: row.organisation_id ?? undefined,
    function: row.function ?? undefined,
    email: row.email ?? undefined,
    phone: row.phone ?? undefined,
    editionId: row.edition_id ?? undefined,
    sourceId: row.source_id ?? undefined,
  }))
  return { contacts, names: Object.fromEntries(named) }
}
