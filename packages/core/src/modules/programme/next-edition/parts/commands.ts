import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { listSlots } from '../../circumstances/queries.ts'
import { listSkeleton } from '../queries.ts'
import { shiftDay, shiftWallTime, slotTitle } from '../rules.ts'
import type { Succession } from '../types.ts'
import { listOrganisersToKeep } from './queries.ts'

/** The venue, in a row of its own: what changes about it changes for the new edition only. */
export async function copyVenue(tx: Transaction, { from, to }: Succession): Promise<void> {
  const id = newId('venue')
  await sql`insert into venues (id, name, street, postcode, city, ars, land, country, directions)
    select ${id}, name, street, postcode, city, ars, land, country, directions from venues
    where id = (select venue_id from editions where id = ${from.editionId})`.execute(tx)
  await sql`update editions set venue_id = (select id from venues where id = ${id}) where id = ${to.editionId}`.execute(
    tx,
  )
}

export async function copyOrganisers(tx: Transaction, { from, to }: Succession): Promise<void> {
  const rows = await listOrganisersToKeep(tx, from)
  await insertRows(
    tx,
    'edition_organisers',
    rows.map((row) => ({ ...row, edition_id: to.editionId })),
  )
}

/** What the edition says about itself; the motto is another one every year. */
export async function copyTexts(tx: Transaction, { from, to }: Succession): Promise<void> {
  await sql`update editions set description = (select description from editions where id = ${from.editionId})
    where id = ${to.editionId}`.execute(tx)
}

/** Says of the present contact persons that the new edition names them: their entries are as old as that. */
export async function confirmContacts(tx: Transaction, { from, to }: Succession): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ edition_id: to.editionId })
    .where('series_id', '=', from.seriesId)
    .where('is_current', '=', true)
    .execute()
}

export async function copyTracks(tx: Transaction, { from, to }: Succession): Promise<void> {
  const rows = await tx
    .selectFrom('tracks')
    .select(['slug', 'name', 'colour', 'position'])
    .where('edition_id', '=', from.editionId)
    .execute()
  await insertRows(
    tx,
    'tracks',
    rows.map((row) => ({ id: newId('track'), edition_id: to.editionId, ...row })),
  )
}

export async function copyRooms(tx: Transaction, { from, to }: Succession): Promise<void> {
  const rows = await tx
    .selectFrom('rooms')
    .select(['slug', 'name', 'capacity', 'description', 'position'])
    .where('edition_id', '=', from.editionId)
    .execute()
  await insertRows(
    tx,
    'rooms',
    rows.map((row) => ({ id: newId('room'), edition_id: to.editionId, ...row })),
  )
}

/** Former id → id of the track or room with the same slug in the new edition. */
async function mapPlaces(tx: Transaction, table: 'tracks' | 'rooms', { from, to }: Succession) {
  const { rows } = await sql<{ former: string; id: string }>`select former.id as former, present.id
    from ${sql.table(table)} former join ${sql.table(table)} present using (slug)
    where former.edition_id = ${from.editionId} and present.edition_id = ${to.editionId}`.execute(tx)
  return new Map(rows.map((row) => [row.former, row.id]))
}

/** Plenaries, openings, breaks as empty slots: without people, texts and links, at the same time of the new day. */
export async function copySkeleton(tx: Transaction, succession: Succession): Promise<void> {
  const { from, to, days, timeZone, language } = succession
  const sessions = await listSkeleton(tx, from)
  const tracks = await mapPlaces(tx, 'tracks', succession)
  const rooms = await mapPlaces(tx, 'rooms', succession)
  const taken = new Set<string>()
  const rows = sessions.map((session) => {
    const { title, titleIsGiven } = slotTitle(session, language)
    return {
      id: newId('session'),
      edition_id: to.editionId,
      slug: uniqueSlug(slugify(title), taken, 'programmpunkt'),
      type: session.type,
      title,
      title_is_given: titleIsGiven,
      language: session.language,
      track_id: (session.trackId && tracks.get(session.trackId)) ?? null,
      room_id: (session.roomId && rooms.get(session.roomId)) ?? null,
      is_plenary: session.isPlenary,
      day: shiftDay(session.day, days),
      starts_at: shiftWallTime(session.startsAt, days, timeZone),
      duration_minutes: session.durationMinutes,
      position: session.position,
    }
  })
  await insertRows(tx, 'sessions', rows)
}

/** The slots of the editor at the same time of the new days, in the rooms of the same name; a slot of a room that is not taken over is not. */
export async function copySlots(tx: Transaction, succession: Succession): Promise<void> {
  const { from, to, days, timeZone } = succession
  if (days === null) return
  const slots = await listSlots(tx, from.editionId)
  const rooms = await mapPlaces(tx, 'rooms', succession)
  const rows = slots
    .filter((slot) => slot.roomId === null || rooms.has(slot.roomId))
    .map((slot) => ({
      id: newId('slot'),
      edition_id: to.editionId,
      room_id: slot.roomId && rooms.get(slot.roomId)!,
      day: shiftDay(slot.day, days)!,
      starts_at: shiftWallTime(slot.startsAt, days, timeZone)!,
      duration_minutes: slot.durationMinutes,
    }))
  await insertRows(tx, 'slots', rows)
}
