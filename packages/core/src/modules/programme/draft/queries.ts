import type { ExpressionBuilder } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import type { Db, Tables } from '../../../platform/database/tables.ts'
import { titledName } from '../../people/persons/names/rules.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession, SessionState } from '../types.ts'

/** Which sessions of an edition: those in one of these states, or the one with this id. */
type Wanted = { readonly states: readonly SessionState[] } | { readonly id: string }

function isWanted(wanted: Wanted) {
  return (of: ExpressionBuilder<Tables, 'sessions'>) =>
    'id' in wanted ? of('sessions.id', '=', wanted.id) : of('sessions.state', 'in', wanted.states)
}

function selectSessions(db: Db, editionId: string, wanted: Wanted) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where(isWanted(wanted))
    .orderBy('id')
    .execute()
}

function selectAppearances(db: Db, editionId: string, wanted: Wanted) {
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
    .where(isWanted(wanted))
    .orderBy('appearances.position')
    .orderBy('appearances.id')
    .execute()
}

function selectTopics(db: Db, editionId: string, wanted: Wanted) {
  return db
    .selectFrom('session_topics')
    .innerJoin('sessions', 'sessions.id', 'session_topics.session_id')
    .select(['session_id', 'topic_id'])
    .where('sessions.edition_id', '=', editionId)
    .where(isWanted(wanted))
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

async function readSessions(db: Db, editionId: string, wanted: Wanted): Promise<ProgrammeSession[]> {
  const [sessions, topics, appearances] = await Promise.all([
    selectSessions(db, editionId, wanted),
    selectTopics(db, editionId, wanted),
    selectAppearances(db, editionId, wanted),
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
    readSessions(db, editionId, { states: ['planned', 'cancelled'] }),
  ])
  return { timeZone: edition.time_zone, tracks, rooms, sessions }
}

/** The sessions that were once in the draft and have been removed, as they were, told as planned. Three queries. */
export function readRemoved(db: Db, editionId: string): Promise<ProgrammeSession[]> {
  return readSessions(db, editionId, { states: ['removed'] })
}

/** The session of this edition with this id, whatever its state, told as planned unless it is cancelled. Three queries. */
export async function readSession(db: Db, editionId: string, id: string): Promise<ProgrammeSession | null> {
  return (await readSessions(db, editionId, { id }))[0] ?? null
}
