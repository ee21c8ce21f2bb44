import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { Audience, AudienceRole, LetterPlace, Participant } from '../types.ts'

/** The edition that a letter is about, and those of its series whose people it may go to, newest first. Throws `edition.not_found`. */
export async function findLetterPlace(db: Db, scope: EditionScope): Promise<LetterPlace> {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select(['editions.id', 'editions.slug', 'editions.name', 'series.slug as seriesSlug', 'series.name as seriesName'])
    .select(['starts_on', 'ends_on', 'date_precision', 'date_certainty', 'visibility'])
    .where('series_id', '=', scope.seriesId)
    .orderBy('starts_on', (order) => order.desc().nullsFirst())
    .orderBy('editions.id')
    .execute()
  const own = rows.find(({ id }) => id === scope.editionId)
  if (!own) throw new DomainError('edition.not_found', { edition: scope.editionId })
  const { name, slug, starts_on: startsOn, ends_on: endsOn, date_precision: precision, date_certainty: certainty } = own
  const date = startsOn ? { startsOn, endsOn, precision, certainty } : null
  return {
    edition: { name, slug, date, isPublic: own.visibility === 'public' },
    seriesName: own.seriesName,
    seriesSlug: own.seriesSlug,
    editions: rows.map((row) => ({ id: row.id, slug: row.slug, name: row.name })),
  }
}

const appearingRoles = (roles: readonly AudienceRole[]) => roles.flatMap((role) => (role === 'contact' ? [] : [role]))

async function listAppearing(db: Db, editionId: string, audience: Audience): Promise<Participant[]> {
  const roles = appearingRoles(audience.roles)
  if (audience.roles.length > 0 && roles.length === 0) return []
  let query = db
    .selectFrom('appearances')
    .innerJoin('sessions', 'sessions.id', 'appearances.session_id')
    .innerJoin('persons', 'persons.id', 'appearances.person_id')
    .leftJoin('organisations', 'organisations.id', 'appearances.organisation_id')
    .leftJoin('person_contacts', 'person_contacts.person_id', 'persons.id')
    .select(['persons.id as personId', 'persons.name', 'persons.academic_title as academicTitle', 'persons.sort_key'])
    .select(['person_contacts.email', 'organisations.country'])
    .where('sessions.edition_id', '=', editionId)
    .where('sessions.state', '!=', 'removed')
    .where('appearances.state', '=', 'planned')
    .orderBy('persons.sort_key')
    .orderBy('persons.id')
  if (roles.length > 0) query = query.where('appearances.role', 'in', roles)
  if (audience.lands.length > 0) query = query.where('organisations.land', 'in', [...audience.lands])
  if (audience.organisationKinds.length > 0)
    query = query.where('organisations.kind', 'in', audience.organisationKinds as never)
  return (await query.execute()).map((row) => ({ ...row, name: fullName(row) }))
}

const fullName = ({ academicTitle, name }: { academicTitle: string | null; name: string }) =>
  academicTitle && !name.startsWith(academicTitle) ? `${academicTitle} ${name}` : name

async function listContactPersons(db: Db, scope: EditionScope, editionId: string, audience: Audience) {
  if (audience.roles.length > 0 && !audience.roles.includes('contact')) return []
  let query = db
    .selectFrom('contacts')
    .innerJoin('persons', 'persons.id', 'contacts.person_id')
    .leftJoin('organisations', 'organisations.id', 'contacts.organisation_id')
    .leftJoin('person_contacts', 'person_contacts.person_id', 'persons.id')
    .select([
      'persons.id as personId',
      'persons.name',
      'persons.academic_title as academicTitle',
      'organisations.country',
    ])
    .select((of) => of.fn.coalesce('person_contacts.email', 'contacts.email').as('email'))
    .where('contacts.series_id', '=', scope.seriesId)
    .where('contacts.is_current', '=', true)
    .where((of) => of.or([of('contacts.edition_id', '=', editionId), of('contacts.edition_id', 'is', null)]))
    .orderBy('contacts.position')
  if (audience.lands.length > 0) query = query.where('organisations.land', 'in', [...audience.lands])
  if (audience.organisationKinds.length > 0)
    query = query.where('organisations.kind', 'in', audience.organisationKinds as never)
  return (await query.execute()).map((row): Participant => ({ ...row, name: fullName(row) }))
}

/** Everybody whom the audience means, each once; with an address where any of their roles has one. */
export async function listParticipants(
  db: Db,
  scope: EditionScope,
  { editions }: LetterPlace,
  audience: Audience,
): Promise<Participant[]> {
  const edition = editions.find(({ slug }) => slug === audience.edition)
  if (!edition) return []
  const [appearing, contacts] = await Promise.all([
    listAppearing(db, edition.id, audience),
    listContactPersons(db, scope, edition.id, audience),
  ])
  const people = new Map<string, Participant>()
  for (const one of [...appearing, ...contacts]) {
    const known = people.get(one.personId)
    people.set(one.personId, known ? { ...known, email: known.email ?? one.email } : one)
  }
  return [...people.values()]
}
