import type { Db } from '../../../platform/database/tables.ts'
import { mapSources } from '../sources/queries.ts'
import type { Contact } from './types.ts'

function selectContacts(db: Db) {
  return db
    .selectFrom('contacts')
    .innerJoin('persons', 'persons.id', 'contacts.person_id')
    .leftJoin('organisations', 'organisations.id', 'contacts.organisation_id')
    .leftJoin('editions', (join) =>
      join.onRef('editions.id', '=', 'contacts.edition_id').on('editions.visibility', '=', 'public'),
    )
    .select([
      'contacts.id',
      'contacts.person_id as personId',
      'persons.slug as personSlug',
      'persons.name',
      'persons.academic_title as academicTitle',
      'persons.given_name as givenName',
      'persons.family_name as familyName',
      'contacts.function',
      'organisations.slug as organisationSlug',
      'organisations.name as organisationName',
      'contacts.email',
      'contacts.phone',
      'contacts.source_id',
      'contacts.series_id',
      'editions.slug as editionSlug',
      'editions.name as editionName',
    ])
    .orderBy('contacts.position')
    .orderBy('contacts.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number]

function toContact(row: Row, sources: Awaited<ReturnType<typeof mapSources>>): Contact {
  const { source_id, series_id: _series, editionSlug, editionName, ...contact } = row
  return {
    ...contact,
    edition: editionSlug && editionName ? { slug: editionSlug, name: editionName } : null,
    source: (source_id && sources.get(source_id)) || null,
  }
}

/** The present contact persons of a series. */
export async function listContacts(db: Db, seriesId: string): Promise<Contact[]> {
  const [rows, sources] = await Promise.all([
    selectContacts(db).where('contacts.series_id', '=', seriesId).where('is_current', '=', true).execute(),
    mapSources(db, seriesId),
  ])
  return rows.map((row) => toContact(row, sources))
}

/** A present contact person of the series with this slug. */
export async function findContact(db: Db, seriesSlug: string, contactId: string): Promise<Contact | null> {
  const row = await selectContacts(db)
    .innerJoin('series', 'series.id', 'contacts.series_id')
    .where('series.slug', '=', seriesSlug)
    .where('contacts.id', '=', contactId)
    .where('is_current', '=', true)
    .executeTakeFirst()
  return row ? toContact(row, await mapSources(db, row.series_id)) : null
}
