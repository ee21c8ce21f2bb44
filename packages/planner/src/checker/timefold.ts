/**
 * Scores a plan of Timefold's conference example by its 36 constraints, each written out by itself and counted talk by talk, pair by pair.
 * It shares no code with the engine. Penalties are negative, rewards positive, as the example has them.
 */
type Tags = Readonly<
  Record<
    'reqSlot' | 'prefSlot' | 'prohSlot' | 'undSlot' | 'reqRoom' | 'prefRoom' | 'prohRoom' | 'undRoom',
    readonly string[]
  >
>
type Slot = {
  readonly day: string
  readonly start: string
  readonly end: string
  readonly tags: readonly string[]
  readonly types: readonly string[]
}
type Room = {
  readonly cap: number
  readonly tags: readonly string[]
  readonly types: readonly string[]
  readonly unavailable: readonly number[]
}
type Speaker = Tags & { readonly name: string; readonly unavailable: readonly number[] }
type Talk = Tags & {
  readonly code: string
  readonly type: string
  readonly speakers: readonly string[]
  readonly theme: readonly string[]
  readonly sector: readonly string[]
  readonly audience: readonly string[]
  readonly level: number
  readonly content: readonly string[]
  readonly lang: string
  readonly excl: readonly string[]
  readonly prereq: readonly string[]
  readonly fav: number
  readonly crowd: number
  readonly pinned: boolean
  readonly slot: number | null
  readonly room: number | null
}
type Problem = {
  readonly pause: number
  readonly weights: Readonly<Record<string, string>>
  readonly timeslots: readonly Slot[]
  readonly rooms: readonly Room[]
  readonly speakers: readonly Speaker[]
  readonly talks: readonly Talk[]
}
type Stand = {
  readonly talk: Talk
  readonly slot: Slot
  readonly room: Room
  readonly slotIndex: number
  readonly own: readonly Speaker[]
  readonly from: number
  readonly to: number
  readonly minutes: number
}

export type TimefoldScore = { readonly hard: number; readonly soft: number; readonly broken: readonly string[] }

const common = (a: readonly string[], b: readonly string[]): number =>
  new Set(a.filter((value) => b.includes(value))).size
const overlap = (a: Stand, b: Stand): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** Matches of every constraint, before its weight. */
function matches(problem: Problem, stands: readonly Stand[]): Record<string, number> {
  const counts: Record<string, number> = {}
  const add = (name: string, value: number): void => {
    counts[name] = (counts[name] ?? 0) + value
  }
  for (const stand of stands) countAlone(stand, add)
  stands.forEach((a, i) => {
    for (const b of stands.slice(0, i)) countPair(problem, a, b, add)
    for (const b of stands) if (a !== b) countDirected(a, b, add)
    const crowd = stands.filter((b) => b !== a && b.talk.crowd > 0 && b.slotIndex === a.slotIndex).length
    if (a.talk.crowd > 0 && crowd > 1) add('Crowd control', a.minutes)
  })
  for (const { name } of problem.speakers) {
    const days = stands
      .filter(({ talk }) => talk.speakers.includes(name))
      .map(({ slot }) => Date.parse(slot.day) / 86_400_000)
    const between = Math.max(...days) - Math.min(...days)
    if (days.length > 0 && between > 1) add('Speaker makespan', (between - 1) * 480)
  }
  return counts
}

function countAlone(
  { talk, slot, room, slotIndex, own, minutes }: Stand,
  add: (name: string, value: number) => void,
): void {
  if (room.unavailable.includes(slotIndex)) add('Room unavailable timeslot', minutes)
  for (const speaker of own) if (speaker.unavailable.includes(slotIndex)) add('Speaker unavailable timeslot', minutes)
  const owners = [
    ['Speaker', own],
    ['Talk', [talk]],
  ] as const
  for (const [owner, all] of owners) {
    for (const wishes of all) {
      const missing = (wanted: readonly string[], tags: readonly string[]): number =>
        wanted.filter((tag) => !tags.includes(tag)).length * minutes
      const present = (avoided: readonly string[], tags: readonly string[]): number =>
        avoided.filter((tag) => tags.includes(tag)).length * minutes
      add(`${owner} required timeslot tags`, missing(wishes.reqSlot, slot.tags))
      add(`${owner} prohibited timeslot tags`, present(wishes.prohSlot, slot.tags))
      add(`${owner} preferred timeslot tags`, missing(wishes.prefSlot, slot.tags))
      add(`${owner} undesired timeslot tags`, present(wishes.undSlot, slot.tags))
      add(`${owner} required room tags`, missing(wishes.reqRoom, room.tags))
      add(`${owner} prohibited room tags`, present(wishes.prohRoom, room.tags))
      add(`${owner} preferred room tags`, missing(wishes.prefRoom, room.tags))
      add(`${owner} undesired room tags`, present(wishes.undRoom, room.tags))
    }
  }
}

function countPair(problem: Problem, a: Stand, b: Stand, add: (name: string, value: number) => void): void {
  const together = overlap(a, b)
  const both = a.minutes + b.minutes
  const themes = common(a.talk.theme, b.talk.theme)
  const contents = common(a.talk.content, b.talk.content)
  const audiences = common(a.talk.audience, b.talk.audience)
  const people = common(a.talk.speakers, b.talk.speakers)
  const sameDay = a.slot.day === b.slot.day
  if (a.room === b.room) add('Room conflict', together)
  add('Speaker conflict', people * together)
  add('Talk mutually-exclusive-talks tags', common(a.talk.excl, b.talk.excl) * together)
  const pause = Math.max(a.from, b.from) - Math.min(a.to, b.to)
  if (people > 0 && (together > 0 || (sameDay && pause < problem.pause))) add('Consecutive talks pause', both)
  add('Theme track conflict', themes * together)
  if (sameDay && a.room !== b.room) add('Theme track room stability', themes * both)
  add('Sector conflict', common(a.talk.sector, b.talk.sector) * together)
  add('Audience type theme track conflict', themes * audiences * together)
  add('Content conflict', contents * together)
  if (!sameDay) add('Same day talks', (themes + contents) * both)
  if (a.slotIndex !== b.slotIndex) return
  add('Audience type diversity', -audiences * a.minutes)
  if (a.talk.level !== b.talk.level) add('Audience level diversity', -a.minutes)
  if (a.talk.lang !== b.talk.lang) add('Language diversity', -a.minutes)
}

function countDirected(a: Stand, b: Stand, add: (name: string, value: number) => void): void {
  const both = a.minutes + b.minutes
  if (b.talk.prereq.includes(a.talk.code) && a.to > b.from) add('Talk prerequisite talks', both)
  if (a.talk.level < b.talk.level && a.to > b.from)
    add('Content audience level flow violation', common(a.talk.content, b.talk.content) * both)
  if (a.talk.fav < b.talk.fav && a.room.cap > b.room.cap) add('Popular talks', both)
}

/** The score, and the hard constraints that are broken. Types of talk, slot and room, and pinned places, count as hard too. */
export function scoreTimefold(
  problem: Problem,
  plan: { readonly slot: readonly number[]; readonly room: readonly number[] },
): TimefoldScore {
  const stands = problem.talks.map((talk, i): Stand => {
    const slotIndex = plan.slot[i]!
    const slot = problem.timeslots[slotIndex]!
    const from = Date.parse(`${slot.day}T${slot.start.slice(0, 5)}:00Z`) / 60_000
    const to = Date.parse(`${slot.day}T${slot.end.slice(0, 5)}:00Z`) / 60_000
    const own = problem.speakers.filter(({ name }) => talk.speakers.includes(name))
    return { talk, slot, room: problem.rooms[plan.room[i]!]!, slotIndex, own, from, to, minutes: to - from }
  })
  const broken = stands.flatMap(({ talk, slot, room }, i) => {
    const types = slot.types.includes(talk.type) && room.types.includes(talk.type)
    const stays = !talk.pinned || (plan.slot[i] === talk.slot && plan.room[i] === talk.room)
    return [...(types ? [] : [`type of ${talk.code}`]), ...(stays ? [] : [`pinned ${talk.code}`])]
  })
  const counts = matches(problem, stands)
  let hard = -broken.length
  let soft = 0
  for (const [name, text] of Object.entries(problem.weights)) {
    const [, hardWeight = 0, softWeight = 0] = (/^(\d+)hard\/(\d+)soft$/.exec(text) ?? []).map(Number)
    const count = counts[name] ?? 0
    hard -= hardWeight * count
    soft -= softWeight * count
    if (hardWeight > 0 && count > 0) broken.push(name)
  }
  return { hard, soft, broken }
}
