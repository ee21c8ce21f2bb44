import { sql } from 'kysely'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { ManagedRoom, ManagedTrack, Place, PlaceUse } from './types.ts'

const columnOf = { rooms: 'room_id', tracks: 'track_id' } as const

const countSessions = (place: Place) =>
  sql<number>`(select count(*) from sessions
    where ${sql.ref(columnOf[place])} = ${sql.ref(`${place}.id`)} and state <> 'removed')::integer`

function selectRooms(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('rooms')
    .select(['id', 'revision', 'name', 'slug', 'capacity', 'description', countSessions('rooms').as('sessions')])
    .where('edition_id', '=', editionId)
}

function selectTracks(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('tracks')
    .select(['id', 'revision', 'name', 'slug', 'colour', countSessions('tracks').as('sessions')])
    .where('edition_id', '=', editionId)
}

/** The rooms of an edition in their order, for who organises it. One query. */
export function listManagedRooms(db: Db, scope: EditionScope): Promise<ManagedRoom[]> {
  return selectRooms(db, scope).orderBy('position').orderBy('name').execute()
}

/** The tracks of an edition in their order, for who organises it. One query. */
export function listManagedTracks(db: Db, scope: EditionScope): Promise<ManagedTrack[]> {
  return selectTracks(db, scope).orderBy('position').orderBy('name').execute()
}

/** A room of the edition. */
export async function findManagedRoom(db: Db, scope: EditionScope, id: string): Promise<ManagedRoom | null> {
  return (await selectRooms(db, scope).where('id', '=', id).executeTakeFirst()) ?? null
}

/** A track of the edition. */
export async function findManagedTrack(db: Db, scope: EditionScope, id: string): Promise<ManagedTrack | null> {
  return (await selectTracks(db, scope).where('id', '=', id).executeTakeFirst()) ?? null
}

/** The sessions that stand in a room or track of the edition, in the draft or as last published; twenty at most. */
export async function listPlaceUses(
  db: Db,
  place: Place,
  { editionId }: EditionScope,
  id: string,
): Promise<PlaceUse[]> {
  const column = sql.ref(columnOf[place])
  const { rows } = await sql<PlaceUse>`
    select id as "sessionId", title from sessions
      where edition_id = ${editionId} and ${column} = ${id} and state <> 'removed'
    union
    select session_id, title from published_sessions where edition_id = ${editionId} and ${column} = ${id}
    order by title, 1 limit 20`.execute(db)
  return rows
}
