import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { ManagedFacts } from './types.ts'

function selectOrganisers(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('edition_organisers')
    .innerJoin('organisations', 'organisations.id', 'edition_organisers.organisation_id')
    .select(['organisation_id as organisationId', 'role', 'note', 'organisations.name'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .orderBy('organisations.name')
    .execute()
}

function selectLands(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('edition_lands')
    .select(['land', 'is_largest', 'source_id'])
    .where('edition_id', '=', editionId)
    .orderBy('land')
    .execute()
}

function selectAttendance(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('attendance_figures')
    .select(['count', 'qualifier', 'session_key', 'source_id'])
    .where('edition_id', '=', editionId)
    .orderBy('session_key', (order) => order.asc().nullsFirst())
    .orderBy('count')
    .orderBy('source_id')
    .execute()
}

function selectAnnouncements(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('announcements')
    .select(['starts_on', 'certainty', 'announces_edition_id', 'source_id'])
    .where('edition_id', '=', editionId)
    .orderBy('starts_on')
    .orderBy('certainty')
    .orderBy('source_id')
    .execute()
}

/** Organisers, figures, Länder and announcements of an edition as their form shows them. Five queries. */
export async function findManagedFacts(db: Db, scope: EditionScope): Promise<ManagedFacts | null> {
  const edition = await db
    .selectFrom('editions')
    .select(['revision', 'date_source_id as dateSourceId'])
    .where('id', '=', scope.editionId)
    .executeTakeFirst()
  if (!edition) return null
  const [organisers, lands, attendance, announcements] = await Promise.all([
    selectOrganisers(db, scope),
    selectLands(db, scope),
    selectAttendance(db, scope),
    selectAnnouncements(db, scope),
  ])
  const facts = {
    dateSourceId: edition.dateSourceId ?? undefined,
    organisers: organisers.map(({ name: _, ...organiser }) => organiser),
    lands: lands.map((row) => ({ land: row.land, isLargest: row.is_largest, sourceId: row.source_id ?? undefined })),
    attendance: attendance.map(({ count, qualifier, ...row }) => ({
      count,
      qualifier,
      sessionKey: row.session_key ?? undefined,
      sourceId: row.source_id ?? undefined,
    })),
    announcements: announcements.map((row) => ({
      startsOn: row.starts_on,
      certainty: row.certainty,
      editionId: row.announces_edition_id ?? undefined,
      sourceId: row.source_id ?? undefined,
    })),
  }
  const names = Object.fromEntries(organisers.map(({ organisationId, name }) => [organisationId, name]))
  return { revision: edition.revision, facts, names }
}
