import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { ProgrammeChanges } from '../changes/types.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import type { LockedEdition } from './types.ts'

/** Holds the edition until the transaction ends, so that no two write its programme at once. Throws `edition.not_found`. */
export async function lockEdition(tx: Transaction, editionId: string): Promise<LockedEdition> {
  const edition = await tx
    .selectFrom('editions')
    .select(['id', 'series_id as seriesId', 'time_zone as timeZone'])
    .where('id', '=', editionId)
    .forUpdate()
    .executeTakeFirst()
  if (!edition) throw new DomainError('edition.not_found', { edition: editionId })
  return edition
}

async function savePlaces(tx: Transaction, editionId: string, after: Programme, changes: ProgrammeChanges) {
  const touched = (list: ProgrammeChanges['tracks' | 'rooms']) =>
    new Set([...list.added, ...list.changed].map((entry) => entry.id))
  const [tracks, rooms] = [touched(changes.tracks), touched(changes.rooms)]
  const trackRows = after.tracks.filter((track) => tracks.has(track.id))
  const roomRows = after.rooms.filter((room) => rooms.has(room.id))
  const row = <T extends object>(entry: T) => ({ ...entry, edition_id: editionId })
  await upsertRows(tx, 'tracks', ['id'], trackRows.map(row))
  await upsertRows(tx, 'rooms', ['id'], roomRows.map(row))
}

async function removePlaces(tx: Transaction, changes: ProgrammeChanges): Promise<void> {
  const [tracks, rooms] = [changes.tracks.removed, changes.rooms.removed].map((list) => list.map((one) => one.id))
  if (tracks?.length) await sql`delete from tracks where id = any(${tracks})`.execute(tx)
  if (rooms?.length) await sql`delete from rooms where id = any(${rooms})`.execute(tx)
}

function toSessionRow(session: ProgrammeSession, editionId: string, sourceKey: string | null, updatedAt: string) {
  return {
    id: session.id,
    edition_id: editionId,
    slug: session.slug,
    source_key: sourceKey,
    reference: session.reference,
    type: session.type,
    title: session.title,
    title_is_given: session.titleIsGiven,
    subtitle: session.subtitle,
    abstract: session.abstract,
    description: session.description,
    method: session.method,
    language: session.language,
    track_id: session.trackId,
    room_id: session.roomId,
    is_plenary: session.isPlenary,
    day: session.day,
    starts_at: session.startsAt,
    duration_minutes: session.durationMinutes,
    position: session.position,
    state: session.state,
    links: session.links,
    updated_at: updatedAt,
  }
}

async function saveAppearances(tx: Transaction, sessions: readonly ProgrammeSession[]): Promise<void> {
  const rows = sessions.flatMap((session) =>
    session.appearances.map((held, position) => ({
      id: held.id,
      session_id: session.id,
      person_id: held.personId,
      role: held.role,
      mode: held.mode,
      state: held.state,
      replaces_id: held.replacesId,
      function: held.function,
      organisation_id: held.organisationId,
      organisation_name: held.organisationName,
      note: held.note,
      position,
    })),
  )
  const sessionIds = sessions.map((session) => session.id)
  await sql`delete from appearances where session_id = any(${sessionIds})
    and id <> all(${rows.map((row) => row.id)})`.execute(tx)
  await upsertRows(tx, 'appearances', ['id'], rows)
}

async function saveTopics(tx: Transaction, sessions: readonly ProgrammeSession[]): Promise<void> {
  const rows = sessions.flatMap((session) => session.topicIds.map((topic_id) => ({ session_id: session.id, topic_id })))
  const kept = JSON.stringify(rows)
  await sql`delete from session_topics where session_id = any(${sessions.map((session) => session.id)})
    and (session_id, topic_id) not in
      (select session_id, topic_id from jsonb_to_recordset(${kept}::jsonb) as kept (session_id text, topic_id text))
  `.execute(tx)
  await upsertRows(tx, 'session_topics', ['session_id', 'topic_id'], rows)
}

/**
 * Makes the draft of a locked edition `after`, given the `changes` that lead to it from what it is. Removed sessions stay
 * as rows. `sourceOf` says which import a session belongs to. The number of statements does not grow with the changes.
 */
export async function saveDraft(
  tx: Transaction,
  editionId: string,
  after: Programme,
  changes: ProgrammeChanges,
  save: { readonly sourceOf: (sessionId: string) => string | null; readonly now: Temporal.Instant },
): Promise<void> {
  const ids = new Set([...changes.sessions.added, ...changes.sessions.changed].map((entry) => entry.id))
  const sessions = after.sessions.filter((session) => ids.has(session.id))
  const updatedAt = save.now.toString()
  await savePlaces(tx, editionId, after, changes)
  const rows = sessions.map((session) => toSessionRow(session, editionId, save.sourceOf(session.id), updatedAt))
  await upsertRows(tx, 'sessions', ['id'], rows)
  if (sessions.length > 0) {
    await saveAppearances(tx, sessions)
    await saveTopics(tx, sessions)
  }
  const removed = changes.sessions.removed.map((session) => session.id)
  if (removed.length > 0) {
    await sql`update sessions set state = 'removed', updated_at = ${updatedAt} where id = any(${removed})`.execute(tx)
  }
  await removePlaces(tx, changes)
}
