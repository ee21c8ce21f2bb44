import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import { usualPace } from './rules.ts'
import type { Circumstances, Equipment, LinePreparation, ManagedNeeds, Pace, Slot } from './types.ts'

async function readPace(db: Db, editionId: string): Promise<Pace> {
  const row = await db
    .selectFrom('paces')
    .select([
      sql<string | null>`to_char(day_begins, 'HH24:MI')`.as('dayBegins'),
      sql<string | null>`to_char(day_ends, 'HH24:MI')`.as('dayEnds'),
      'change_minutes as changeMinutes',
      'break_minutes as breakMinutes',
      'stretch_minutes as stretchMinutes',
    ])
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return row ?? usualPace
}

/** The slots of an edition, by start. One query. */
export function listSlots(db: Db, editionId: string): Promise<Slot[]> {
  return db
    .selectFrom('slots')
    .select(['id', 'room_id as roomId', 'day', 'starts_at as startsAt', 'duration_minutes as durationMinutes'])
    .where('edition_id', '=', editionId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
}

/** How far lines are prepared, of those of whom anything is known. One query. */
function listLines(db: Db, editionId: string): Promise<LinePreparation[]> {
  return db
    .selectFrom('speaker_logistics')
    .select(['person_id as personId', 'check_on as on', 'check_result as result', 'fallback'])
    .where('edition_id', '=', editionId)
    .execute()
}

/** The day that it is where the edition takes place, by the clock of the database; null for an edition that is not there. One query. */
async function readToday(db: Db, editionId: string): Promise<string | null> {
  const { rows } = await sql<{ today: string }>`
    select (now() at time zone time_zone)::date as today from editions where id = ${editionId}`.execute(db)
  return rows[0]?.today ?? null
}

/** What the organisers of an edition know beyond its programme. Eight queries whatever its size. */
export async function readCircumstances(db: Db, editionId: string): Promise<Circumstances> {
  const [pace, availabilities, roomEquipment, sessionNeeds, orderWishes, slots, lines, today] = await Promise.all([
    readPace(db, editionId),
    db
      .selectFrom('availabilities')
      .select(['person_id as personId', 'windows'])
      .where('edition_id', '=', editionId)
      .execute(),
    db
      .selectFrom('room_equipment')
      .select(['room_id as roomId', 'equipment'])
      .where('edition_id', '=', editionId)
      .execute(),
    db
      .selectFrom('session_needs')
      .select(['session_id as sessionId', 'expected_count as expectedCount', 'equipment'])
      .where('edition_id', '=', editionId)
      .execute(),
    db
      .selectFrom('order_wishes')
      .select(['id', 'first_session_id as firstSessionId', 'then_session_id as thenSessionId', 'reason'])
      .where('edition_id', '=', editionId)
      .orderBy('id')
      .execute(),
    listSlots(db, editionId),
    listLines(db, editionId),
    readToday(db, editionId),
  ])
  return { pace, availabilities, roomEquipment, sessionNeeds, orderWishes, slots, lines, today }
}

/** The pace of an edition for its form; at revision 0 the usual one, where nothing is stored. Two queries. */
export async function findPace(db: Db, editionId: string): Promise<Pace & { readonly revision: number }> {
  const [pace, revisions] = await Promise.all([readPace(db, editionId), readRevisions(db, editionId)])
  return { ...pace, revision: revisions.get('pace') ?? 0 }
}

/** What a room of the edition is said to offer; nothing where nobody has said anything. One query. */
export async function findRoomEquipment(db: Db, editionId: string, roomId: string): Promise<readonly Equipment[]> {
  const row = await db
    .selectFrom('room_equipment')
    .select('equipment')
    .where('edition_id', '=', editionId)
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  return row?.equipment ?? []
}

/** What a session of the draft needs, with its title; null where there is no such session. At revision 0 nothing is stored. One query. */
export async function findSessionNeeds(db: Db, editionId: string, sessionId: string): Promise<ManagedNeeds | null> {
  const row = await db
    .selectFrom('sessions')
    .leftJoin('session_needs', 'session_needs.session_id', 'sessions.id')
    .select(['sessions.title', 'expected_count as expectedCount', 'equipment', 'session_needs.revision'])
    .where('sessions.edition_id', '=', editionId)
    .where('sessions.id', '=', sessionId)
    .executeTakeFirst()
  return row ? { ...row, equipment: row.equipment ?? [], revision: row.revision ?? 0 } : null
}

/** The revisions that forms send back, by what they are about: `pace` for the edition itself. One query. */
export async function readRevisions(db: Db, editionId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ about: string; revision: number }>`
    select 'pace' as about, revision from paces where edition_id = ${editionId}
    union all select person_id, revision from availabilities where edition_id = ${editionId}
    union all select room_id, revision from room_equipment where edition_id = ${editionId}
    union all select session_id, revision from session_needs where edition_id = ${editionId}`.execute(db)
  return new Map(rows.map((row) => [row.about, row.revision]))
}
