import type { Circumstances } from '../../circumstances/types.ts'
import type { ProgrammeRoom } from '../../types.ts'
import type { World } from './types.ts'

/** Lays out what rules ask for. Where a list names the same thing twice, the last word counts. */
export function toWorld(rooms: readonly ProgrammeRoom[], known: Circumstances): World {
  const wishes = known.orderWishes.flatMap((wish) => [
    { sessionId: wish.firstSessionId, wish },
    { sessionId: wish.thenSessionId, wish },
  ])
  const wishesOf = Map.groupBy(wishes, (one) => one.sessionId)
  return {
    pace: known.pace,
    rooms: new Map(rooms.map((room) => [room.id, room])),
    equipment: new Map(known.roomEquipment.map((one) => [one.roomId, new Set(one.equipment)])),
    needs: new Map(known.sessionNeeds.map((one) => [one.sessionId, one])),
    windows: new Map(known.availabilities.map((one) => [one.personId, one.windows])),
    wishes: new Map(known.orderWishes.map((wish) => [wish.id, wish])),
    wishesOf: new Map([...wishesOf].map(([sessionId, list]) => [sessionId, list.map((one) => one.wish)])),
    lines: new Map(known.lines.map((one) => [one.personId, one])),
    today: known.today,
    slotsOfDay: Map.groupBy(known.slots, (slot) => slot.day),
  }
}
