import { DomainError } from '../../../kernel/errors.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { titledName } from '../../people/persons/names/rules.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession, SessionState } from '../types.ts'

type States = readonly SessionState[]

function selectSessions(db: Db, editionId: string, states: States) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute()
}

function selectAppearances(db: Db, editionId: string, states: States) {
  return db
    .selectFrom('appearances')
    .innerJoin('sessions', 'sessions.id', 'appearances.session_id')
    .leftJoin('persons', 'persons.id', 'appearances.person_id')
    .leftJoin('organisations', 'organisations.id', 'appearances.organisation_id')
    .selectAll('appearances')
    .select([
      'persons.slug as person_slug',
      'persons.name as person_name',
      'persons.academic_title',
      'organisations.slug as organisation_slug',
      'organisations.name as organisation',
    ])
    .where('sessions.edition_id', '=', editionId)
    .where('sessions.state', 'in', states)
    .orderBy('appearances.position')
    .orderBy('appearances.id')
    .execute()
}

function selectTopics(db: Db, editionId: string) {
  return db
    .selectFrom('session_topics')
    .innerJoin('sessions', 'sessions.id', 'session_topics.session_id')
    .select(['session_id', 'topic_id'])
    .where('sessions.edition_id', '=', editionId)
    .orderBy('topic_id')
    .execute()
}

type SessionRow = Awaited<ReturnType<typeof selectSessions>>[number]
type AppearanceRow = Awaited<ReturnType<typeof selectAppearances>>[number]

function toAppearance(row: AppearanceRow): ProgrammeAppearance {
  return {
    id: row.id,
    personId: row.person_id,
    personSlug: row.person_slug,
    name: row.person_name && titledName({ name: row.person_name, academicTitle: row.academic_title }),
    role: row.role,
    mode: row.mode,
    state: row.state,
    replacesId: row.replaces_id,
    function: row.function,
    organisationId: row.organisation_id,
    organisationSlug: row.organisation_slug,
    organisationName: row.organisation ?? row.organisation_name,
    note: row.note,
  }
}

function toSession(
  row: SessionRow,
  topics: readonly string[],
  appearances: readonly AppearanceRow[],
): ProgrammeSession {
  return {
    id: row.id,
    slug: row.slug,
    reference: row.reference,
    type: row.type,
    state: row.state === 'cancelled' ? 'cancelled' : 'planned',
    title: row.title,
    titleIsGiven: row.title_is_given,
    subtitle: row.subtitle,
    abstract: row.abstract,
    description: row.description,
    method: row.method,
    language: row.language,
    trackId: row.track_id,
    roomId: row.room_id,
    isPlenary: row.is_plenary,
    day: row.day,
    startsAt: row.starts_at,
    durationMinutes: row.duration_minutes,
    position: row.position,
    links: row.links,
    topicIds: topics,
    appearances: appearances.map(toAppearance),
  }
}

async function readSessions(db: Db, editionId: string, states: States): Promise<ProgrammeSession[]> {
  const [sessions, topics, appearances] = await Promise.all([
    selectSessions(db, editionId, states),
    selectTopics(db, editionId),
    selectAppearances(db, editionId, states),
  ])
  const about = Map.groupBy(topics, (row) => row.session_id)
  const held = Map.groupBy(appearances, (row) => row.session_id)
  return sessions.map((row) =>
    toSession(row, about.get(row.id)?.map((one) => one.topic_id) ?? [], held.get(row.id) ?? []),
  )
}

/** The programme as the organisers have it now, published or not. Six queries whatever its size. Throws `edition.not_found`. */
export async function readDraft(db: Db, editionId: string): Promise<Programme> {
  const edition = await db.selectFrom('editions').select('time_zone').where('id', '=', editionId).executeTakeFirst()
  if (!edition) throw new DomainError('edition.not_found', { edition: editionId })
  const [tracks, rooms, sessions] = await Promise.all([
    db
      .selectFrom('tracks')
      .select(['id', 'slug', 'name', 'colour', 'position'])
      .where('edition_id', '=', editionId)
      .orderBy('position')
      .orderBy('slug')
      .execute(),
    db
      .selectFrom('rooms')
      .select(['id', 'slug', 'name', 'capacity', 'position'])
      .where('edition_id', '=', editionId)
      .orderBy('position')
      .orderBy('slug')
      .execute(),
    readSessions(db, editionId, ['planned', 'cancelled']),
  ])
  return { timeZone: edition.time_zone, tracks, rooms, sessions }
}

/** The sessions that were once in the draft and have been removed, as they were, told as planned. Three queries. */
export function readRemoved(db: Db, editionId: string): Promise<ProgrammeSession[]> {
  return readSessions(db, editionId, ['removed'])
}
