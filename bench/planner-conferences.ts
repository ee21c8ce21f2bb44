import { readFileSync } from 'node:fs'
import type { Bookmark, ConferenceProblem, Day, Order } from '@fachtag/planner/conference/problem'

const shared = process.env.FACHTAG_SHARED ?? new URL('../../shared', import.meta.url).pathname

export const dataFolder = `${shared}/data`

type CompactSession = {
  readonly id: string
  readonly start: string
  readonly min: number
  readonly room: number
  readonly track?: string
  readonly speakers: readonly number[]
}
export type Compact = {
  readonly event: string
  readonly rooms: readonly { readonly id: number; readonly name: string; readonly capacity?: number }[]
  readonly sessions: readonly CompactSession[]
}

export function readCompact(name: string): Compact {
  return JSON.parse(readFileSync(`${dataFolder}/schedules/compact/${name}.json`, 'utf8')) as Compact
}

const endOf = (session: CompactSession): string =>
  new Date(Date.parse(`${session.start.slice(0, 16)}:00Z`) + session.min * 60_000).toISOString().slice(0, 16)

/** From the first start to the last end of every day, on a grid of five minutes. A night belongs to the day before it. */
function daysOf(sessions: readonly CompactSession[]): Day[] {
  const days = new Map<string, { from: string; to: string }>()
  for (const session of sessions) {
    const start = session.start.slice(0, 16)
    const date = new Date(Date.parse(`${start}:00Z`) - 5 * 3_600_000).toISOString().slice(0, 10)
    const day = days.get(date) ?? { from: start, to: endOf(session) }
    days.set(date, { from: start < day.from ? start : day.from, to: endOf(session) > day.to ? endOf(session) : day.to })
  }
  return [...days.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** A real programme as a problem; with `published` the plan is asked to stay what it is. */
export function toProblem(compact: Compact, published: boolean): ConferenceProblem {
  const sessions = compact.sessions.filter((session) => session.min > 0 && session.room >= 0)
  const people = [...new Set(sessions.flatMap((session) => session.speakers))]
  return {
    days: daysOf(sessions),
    gridMinutes: 5,
    rooms: compact.rooms.map(({ id, capacity }) => ({ id: String(id), ...(capacity ? { capacity } : {}) })),
    people: people.map((id) => ({ id: String(id) })),
    sessions: sessions.map((session) => ({
      id: session.id,
      minutes: session.min,
      people: session.speakers.map(String),
      ...(session.track ? { track: session.track } : {}),
      ...(published ? { published: { start: session.start.slice(0, 16), room: String(session.room) } } : {}),
    })),
  }
}

/** LambdaConf 2015: 110 people voted on 60 sessions from 1 to 10; a vote of 8 and more is a bookmark. 15 slots × 4 rooms. */
export function lambdaConf(): ConferenceProblem {
  const rows = readFileSync(`${dataFolder}/planner/preferences/votes.csv`, 'utf8').trim().split('\n').slice(1)
  const votes = rows.map((row) => row.split(',').map(Number))
  const count = votes[0]!.length
  const bookmarks: Bookmark[] = votes.map((row) => ({
    sessions: row.flatMap((vote, session) => (vote >= 8 ? [`s${session}`] : [])),
  }))
  const starts = Array.from({ length: 15 }, (_, slot) => `2015-05-22T${String(8 + slot).padStart(2, '0')}:00`)
  return {
    days: [{ from: '2015-05-22T08:00', to: '2015-05-22T23:00', starts }],
    rooms: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
    sessions: Array.from({ length: count }, (_, i) => ({ id: `s${i}`, minutes: 60 })),
    bookmarks,
    weights: { 'bookmark-clash': 1 },
  }
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

const unquote = (text: string): string => text.trim().replace(/^['"]|['"]$/g, '')

/** Reads the two-level YAML of the SIAM data: titles (a long one after `? `, on two lines), and lists of strings below them. */
function readNested(text: string): Map<string, Map<string, string[]>> {
  const found = new Map<string, Map<string, string[]>>()
  let lists = new Map<string, string[]>()
  let list: string[] = []
  const joined = text.replaceAll('\r', '').replace(/^\? (.*)\n {2}(.*)\n: (.*)$/gm, '$1 $2:\n  $3')
  for (const line of joined.split('\n')) {
    const item = /^ {2}- (.*)$/.exec(line)
    const key = /^ {2}([\w ]+):/.exec(line)
    if (item) list.push(unquote(item[1]!))
    else if (key) {
      list = []
      lists.set(key[1]!, list)
    } else if (/^\S/.test(line)) {
      lists = new Map()
      found.set(unquote(line.trim().replace(/:$/, '')), lists)
    }
  }
  return found
}

/** SIAM CSE23: minisymposia into 12 slots and 40 rooms, parts of one series in their order. */
export function siam(): ConferenceProblem {
  const folder = `${dataFolder}/planner/siam-cse23`
  const symposia = [...readNested(readFileSync(`${folder}/minisymposia.yaml`, 'utf8'))]
  const rooms = [...readFileSync(`${folder}/rooms.yaml`, 'utf8').matchAll(/^(.+): (\d+)$/gm)]
  const times = ['09:00', '11:00', '14:00']
  const dates = ['2023-02-26', '2023-02-27', '2023-02-28', '2023-03-01']
  const starts = dates.flatMap((date) => times.map((time) => `${date}T${time}`))
  const people = new Set<string>()
  const series = new Map<string, { id: string; part: number }[]>()
  const sessions = symposia.map(([title, lists], i) => {
    const present = [...new Set([...(lists.get('organizers') ?? []), ...(lists.get('speakers') ?? [])])]
    for (const person of present) people.add(person)
    const part = /^(.*?)\s*-?\s*Part ([IVX]+)( of [IVX]+)?$/.exec(title)
    const id = `ms${i}`
    if (part) series.set(part[1]!, [...(series.get(part[1]!) ?? []), { id, part: roman.indexOf(part[2]!) }])
    return { id, minutes: 100, people: present, ...(part ? { track: part[1]! } : {}) }
  })
  const order: Order[] = [...series.values()].flatMap((parts) => {
    const sorted = parts.sort((a, b) => a.part - b.part)
    return sorted.slice(1).map((later, i) => ({ before: sorted[i]!.id, after: later.id }))
  })
  return {
    days: dates.map((day) => ({
      from: `${day}T08:00`,
      to: `${day}T23:59`,
      starts: starts.filter((s) => s.startsWith(day)),
    })),
    rooms: rooms.map(([, id, capacity]) => ({ id: id!, capacity: Number(capacity) })),
    people: [...people].map((id) => ({ id })),
    sessions,
    order,
  }
}
