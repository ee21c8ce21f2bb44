import type { TagWishes, TimefoldProblem } from './problem.ts'

type Kind = 'req' | 'pref' | 'proh' | 'und'
const kinds: readonly { readonly kind: Kind; readonly adjective: string; readonly missing: boolean }[] = [
  { kind: 'req', adjective: 'required', missing: true },
  { kind: 'pref', adjective: 'preferred', missing: true },
  { kind: 'proh', adjective: 'prohibited', missing: false },
  { kind: 'und', adjective: 'undesired', missing: false },
]

/** Costs a talk has by itself: the tags that it and its speakers ask of slot and room, and speakers who are away. */
export function ownCosts(
  problem: TimefoldProblem,
  minutes: readonly number[],
  price: (name: string) => number,
): { slotCost: Int32Array; roomCost: Int32Array } {
  const { talks, timeslots, rooms, speakers } = problem
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker]))
  const slotCost = new Int32Array(talks.length * timeslots.length)
  const roomCost = new Int32Array(talks.length * rooms.length)
  const tagCost = (
    owner: 'Speaker' | 'Talk',
    wishes: TagWishes,
    where: 'Slot' | 'Room',
    tags: readonly string[],
  ): number => {
    const place = where === 'Slot' ? 'timeslot' : 'room'
    return kinds.reduce((sum, { kind, adjective, missing }) => {
      const count = wishes[`${kind}${where}`].filter((tag) => tags.includes(tag) !== missing).length
      return sum + count * price(`${owner} ${adjective} ${place} tags`)
    }, 0)
  }
  talks.forEach((talk, i) => {
    const own = talk.speakers.map((name) => byName.get(name)!)
    const cost = (where: 'Slot' | 'Room', tags: readonly string[]): number =>
      own.reduce((sum, speaker) => sum + tagCost('Speaker', speaker, where, tags), tagCost('Talk', talk, where, tags))
    timeslots.forEach((slot, s) => {
      const away = own.filter((speaker) => speaker.unavailable.includes(s)).length
      slotCost[i * timeslots.length + s] =
        minutes[i]! * (cost('Slot', slot.tags) + away * price('Speaker unavailable timeslot'))
    })
    rooms.forEach((room, r) => {
      roomCost[i * rooms.length + r] = minutes[i]! * cost('Room', room.tags)
    })
  })
  return { slotCost, roomCost }
}
