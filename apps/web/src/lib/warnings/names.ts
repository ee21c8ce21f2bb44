import { type Locale, type LocalizedText, localize } from '@fachtag/core/kernel/localized-text'
import type { Circumstances, Equipment } from '@fachtag/core/modules/programme/circumstances/types'
import type { Programme } from '@fachtag/core/modules/programme/types'
import type { WarningNames } from './types.ts'

type Known = Pick<Circumstances, 'slots' | 'orderWishes' | 'roomEquipment'>

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]))
}

/** The names in `programme`, with what the organisers know beyond it. `topics`: id → name, of which that in `locale` counts. */
export function warningNames(
  programme: Programme,
  known: Known,
  topics: ReadonlyMap<string, LocalizedText>,
  locale: Locale,
): WarningNames {
  const [sessions, rooms, tracks] = [byId(programme.sessions), byId(programme.rooms), byId(programme.tracks)]
  const [slots, wishes] = [byId(known.slots), byId(known.orderWishes)]
  const held = programme.sessions.flatMap((session) => session.appearances)
  const appearances = new Map(held.map((one) => [one.id, one.name ?? one.organisationName]))
  const persons = new Map(held.flatMap((one) => (one.personId ? [[one.personId, one.name] as const] : [])))
  const present = new Map(known.roomEquipment.map((one) => [one.roomId, one.equipment]))
  const hasAll = (roomId: string, wanted: readonly Equipment[]) =>
    wanted.every((one) => present.get(roomId)?.includes(one))
  return {
    session: (id) => sessions.get(id),
    person: (id) => persons.get(id) ?? undefined,
    appearance: (id) => appearances.get(id) ?? undefined,
    room: (id) => rooms.get(id)?.name,
    track: (id) => tracks.get(id)?.name,
    topic: (id) => localize(topics.get(id), locale) || undefined,
    slot: (id) => slots.get(id),
    wish: (id) => wishes.get(id),
    roomsOfSize: (seats) =>
      programme.rooms
        .filter((room) => (room.capacity ?? 0) >= seats)
        .toSorted((a, b) => a.capacity! - b.capacity!)
        .map((room) => room.name),
    roomsWith: (equipment) => programme.rooms.filter((room) => hasAll(room.id, equipment)).map((room) => room.name),
    hasManyDays: new Set(programme.sessions.flatMap((session) => session.day ?? [])).size > 1,
  }
}
