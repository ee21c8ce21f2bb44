import { newId } from '../../../kernel/ids.ts'
import { saveKeyedRows } from '../../../platform/database/keyed-rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import type { RoomInput, TrackInput } from '../schema.ts'

/** Adds or changes the tracks of an edition by slug, in the order given; others stay. Answers slug → id. */
export async function saveTracks(
  tx: Transaction,
  editionId: string,
  tracks: readonly TrackInput[],
): Promise<ReadonlyMap<string, string>> {
  const rows = tracks.map(({ slug, name, colour }, position) => ({
    id: newId('track'),
    edition_id: editionId,
    slug,
    name,
    colour: colour ?? null,
    position,
  }))
  const ids = await saveKeyedRows(tx, 'tracks', ['edition_id', 'slug'], rows)
  return new Map(rows.map((row, index) => [row.slug, ids[index]!]))
}

/** Adds or changes the rooms of an edition by slug, in the order given; others stay. Answers slug → id. */
export async function saveRooms(
  tx: Transaction,
  editionId: string,
  rooms: readonly RoomInput[],
): Promise<ReadonlyMap<string, string>> {
  const rows = rooms.map(({ slug, name, capacity, description }, position) => ({
    id: newId('room'),
    edition_id: editionId,
    slug,
    name,
    capacity: capacity ?? null,
    description: description ?? null,
    position,
  }))
  const ids = await saveKeyedRows(tx, 'rooms', ['edition_id', 'slug'], rows)
  return new Map(rows.map((row, index) => [row.slug, ids[index]!]))
}
