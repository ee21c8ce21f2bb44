import { readdirSync, readFileSync } from 'node:fs'
import type { ConferenceProblem } from '@fachtag/planner/conference/problem'
import { type Compact, dataFolder, toProblem } from './planner-conferences.ts'

/** One real programme as it was published, state after state. */
export type History = { readonly name: string; readonly states: readonly Compact[] }

const folder = `${dataFolder}/schedules`

function readFiles(name: string): string[] {
  return readdirSync(`${folder}/${name}`)
    .sort()
    .map((file) => readFileSync(`${folder}/${name}/${file}`, 'utf8'))
}

type PretalxSession = {
  readonly code: string
  readonly duration: number
  readonly speakers: readonly { readonly code: string }[]
  readonly slots: readonly { readonly start: string; readonly room: { readonly id: number } }[]
}
type Pretalx = {
  readonly schedule: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, PretalxSession>>>>>>
  readonly rooms: readonly { readonly id: number; readonly capacity: number | null }[]
}

/** Numbers for codes, the same in all states. */
function numbering() {
  const known = new Map<string, number>()
  return (code: string): number => {
    if (!known.has(code)) known.set(code, known.size)
    return known.get(code)!
  }
}

/** Its states number their rooms each anew; here a room keeps its number as long as it keeps its name. */
function fosdem(): Compact[] {
  const text = readFileSync(`${folder}/compact/fosdem2026-history.json`, 'utf8')
  const number = numbering()
  return (JSON.parse(text) as { versions: Compact[] }).versions.map(({ event, rooms, sessions }): Compact => {
    const nameOf = new Map(rooms.map((room) => [room.id, room.name]))
    const placed = sessions.filter((session) => nameOf.has(session.room))
    return {
      event,
      rooms: rooms.map((room) => ({ ...room, id: number(room.name) })),
      sessions: placed.map((session) => ({ ...session, room: number(nameOf.get(session.room)!) })),
    }
  })
}

/** The clock of the place: times are given with their offset from it. */
const clock = (time: string): string => time.slice(0, 16)

function pyconfr(): Compact[] {
  const person = numbering()
  return readFiles('pyconfr2025-history').map((text): Compact => {
    const { schedule, rooms } = JSON.parse(text) as Pretalx
    const held = Object.values(schedule).flatMap((day) => Object.values(day).flatMap((slots) => Object.values(slots)))
    return {
      event: 'PyConFR 2025',
      rooms: rooms.map(({ id, capacity }) => ({ id, name: String(id), ...(capacity ? { capacity } : {}) })),
      sessions: held.flatMap(({ code, duration, speakers, slots }) => {
        const [slot] = slots
        if (!slot) return []
        return [
          {
            id: code,
            start: clock(slot.start),
            min: duration,
            room: slot.room.id,
            speakers: speakers.map((one) => person(one.code)),
          },
        ]
      }),
    }
  })
}

function congress(): Compact[] {
  const room = numbering()
  return readFiles('31c3-history').map((text): Compact => {
    const sessions = [...text.matchAll(/<event guid='([^']+)'.*?<\/event>/gs)].map(([event, id]) => {
      const [, start] = /<date>([^<]+)</.exec(event)!
      const [, hours, minutes] = /<duration>(\d+):(\d+)</.exec(event)!
      const [, name] = /<room>([^<]+)</.exec(event)!
      const speakers = [...event.matchAll(/<person id='(\d+)'/g)].map(([, person]) => Number(person))
      return { id: id!, start: clock(start!), min: Number(hours) * 60 + Number(minutes), room: room(name!), speakers }
    })
    const rooms = [...new Set(sessions.map((session) => session.room))]
    return { event: '31C3', rooms: rooms.map((id) => ({ id, name: String(id) })), sessions }
  })
}

export function readHistories(): History[] {
  return [
    { name: 'FOSDEM 2026', states: fosdem() },
    { name: 'PyConFR 2025', states: pyconfr() },
    { name: '31C3', states: congress() },
  ]
}

type Placed = Compact['sessions'][number]

/** People who appear in two sessions at once in the programme itself: they manage, or the data has two people of one name. */
function doubled(sessions: readonly Placed[]): Set<number> {
  const end = (session: Placed) => Date.parse(`${clock(session.start)}:00Z`) + session.min * 60_000
  const own = new Map<number, Placed[]>()
  for (const session of sessions)
    for (const person of session.speakers) own.set(person, [...(own.get(person) ?? []), session])
  const meets = (a: Placed, b: Placed) =>
    clock(a.start) < new Date(end(b)).toISOString() && clock(b.start) < new Date(end(a)).toISOString()
  const isDoubled = (list: readonly Placed[]) => list.some((a, i) => list.slice(i + 1).some((b) => meets(a, b)))
  return new Set([...own].filter(([, list]) => isDoubled(list)).map(([person]) => person))
}

const isSame = (a: Placed, b: Placed) => clock(a.start) === clock(b.start) && a.room === b.room

/**
 * What people did from one state to the next as a problem: the same sessions come and go and have their new lengths, what was
 * there is published where it was, and what is new may go into the rooms of its track. `moved`: how many of those that stayed
 * people moved. People whom the programme itself has in two places at once do not bind.
 */
export function stepOf(
  before: Compact,
  after: Compact,
): { readonly problem: ConferenceProblem; readonly moved: number } {
  const former = new Map(before.sessions.filter((one) => one.min > 0).map((session) => [session.id, session]))
  const stayed = after.sessions.filter((session) => session.min > 0 && former.has(session.id))
  const free = new Set([...doubled(before.sessions), ...doubled(after.sessions)])
  const problem = toProblem(
    {
      ...after,
      sessions: after.sessions.map((one) => ({ ...one, speakers: one.speakers.filter((id) => !free.has(id)) })),
    },
    false,
  )
  const roomsOf = Map.groupBy([...before.sessions, ...after.sessions], (session) => session.track)
  const track = new Map(after.sessions.map((session) => [session.id, session.track]))
  const known = new Set(problem.rooms.map(({ id }) => id))
  const sessions = problem.sessions.map((session) => {
    const was = former.get(session.id)
    const own = [...new Set((roomsOf.get(track.get(session.id)) ?? []).map(({ room }) => String(room)))]
    const rooms = own.filter((id) => known.has(id))
    const published =
      was && known.has(String(was.room)) ? { start: clock(was.start), room: String(was.room) } : undefined
    return { ...session, rooms, ...(published ? { published } : {}) }
  })
  return {
    problem: { ...problem, sessions },
    moved: stayed.filter((session) => !isSame(session, former.get(session.id)!)).length,
  }
}
