/**
 * Counts how often a programme breaks each wish, from the problem's own words alone. It shares no code with the engine, so
 * that the engine's incremental cost can be checked against it.
 */
type Interval = { readonly from: string; readonly to: string }
type Place = { readonly start: string; readonly room: string }
type WishSession = {
  readonly id: string
  readonly minutes: number
  readonly people?: readonly string[]
  readonly track?: string
  readonly topics?: readonly string[]
  readonly level?: string
  readonly language?: string
  readonly demand?: number
  readonly preferredTimes?: readonly Interval[]
  readonly undesiredTimes?: readonly Interval[]
  readonly preferredRooms?: readonly string[]
  readonly undesiredRooms?: readonly string[]
  readonly published?: Place
  readonly affected?: number
}
type Problem = {
  readonly days: readonly Interval[]
  readonly rooms: readonly { readonly id: string; readonly capacity?: number }[]
  readonly sessions: readonly WishSession[]
  readonly bookmarks?: readonly { readonly sessions: readonly string[]; readonly count?: number }[]
  readonly inARow?: number
}
type Stand = {
  readonly session: WishSession
  readonly from: number
  readonly to: number
  readonly room: string
  readonly day: number
}

const minute = (time: string): number => Date.parse(`${time}:00Z`) / 60_000
const meets = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/** How often each wish is broken, by the name of its constraint. Changes of published places count in the unit of that constraint. */
export function countWishes(
  problem: Problem,
  plan: readonly (Place & { readonly session: string })[],
): Record<string, number> {
  const byId = new Map(problem.sessions.map((session) => [session.id, session]))
  const begins = problem.days.map((day) => minute(day.from))
  const stands = plan.map(({ session: id, start, room }): Stand => {
    const from = minute(start)
    const session = byId.get(id)!
    return {
      session,
      from,
      to: from + session.minutes,
      room,
      day: Math.max(0, begins.filter((begin) => begin <= from).length - 1),
    }
  })
  return { ...pairWishes(problem, stands), ...ownWishes(problem, stands), ...groupWishes(problem, stands) }
}

function pairWishes(problem: Problem, stands: readonly Stand[]): Record<string, number> {
  const counts = { 'bookmark-clash': 0, 'similar-parallel': 0, 'level-balance': 0, 'language-balance': 0 }
  const marked = new Map<string, number>()
  for (const { sessions, count = 1 } of problem.bookmarks ?? []) {
    for (const a of new Set(sessions))
      for (const b of new Set(sessions)) marked.set(`${a} ${b}`, (marked.get(`${a} ${b}`) ?? 0) + count)
  }
  stands.forEach((a, i) => {
    for (const b of stands.slice(0, i)) {
      if (!meets(a, b)) continue
      counts['bookmark-clash'] += marked.get(`${a.session.id} ${b.session.id}`) ?? 0
      counts['similar-parallel'] += [...new Set(a.session.topics ?? [])].filter((topic) =>
        b.session.topics?.includes(topic),
      ).length
      if (a.session.level && a.session.level === b.session.level) counts['level-balance']++
      if (a.session.language && a.session.language === b.session.language) counts['language-balance']++
    }
  })
  return counts
}

function ownWishes(problem: Problem, stands: readonly Stand[]): Record<string, number> {
  const counts = {
    seats: 0,
    'preferred-time': 0,
    'undesired-time': 0,
    'preferred-room': 0,
    'undesired-room': 0,
    'published-change': 0,
  }
  const read = (interval: Interval) => ({ from: minute(interval.from), to: minute(interval.to) })
  for (const stand of stands) {
    const { session, room } = stand
    const capacity = problem.rooms.find(({ id }) => id === room)?.capacity ?? Number.POSITIVE_INFINITY
    counts.seats += Math.max(0, (session.demand ?? 0) - capacity)
    const wished = (session.preferredTimes ?? []).map(read)
    if (wished.length > 0 && !wished.some((time) => time.from <= stand.from && stand.to <= time.to))
      counts['preferred-time']++
    if ((session.undesiredTimes ?? []).map(read).some((time) => meets(time, stand))) counts['undesired-time']++
    if (session.preferredRooms?.length && !session.preferredRooms.includes(room)) counts['preferred-room']++
    if (session.undesiredRooms?.includes(room)) counts['undesired-room']++
    if (!session.published) continue
    const moved = Math.abs(minute(session.published.start) - stand.from)
    const elsewhere = session.published.room !== room
    const units = (moved > 0 || elsewhere ? 100 : 0) + Math.min(96, Math.ceil(moved / 15)) + (elsewhere ? 2 : 0)
    counts['published-change'] += units * (1 + (session.affected ?? 0) / 10)
  }
  return counts
}

function groupsOf(stands: readonly Stand[], keys: (session: WishSession) => readonly string[]): Stand[][] {
  const groups = new Map<string, Stand[]>()
  for (const stand of stands)
    for (const key of new Set(keys(stand.session))) groups.set(key, [...(groups.get(key) ?? []), stand])
  return [...groups.values()]
}

const perDay = (group: readonly Stand[]): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const { day } of group) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}

function groupWishes(problem: Problem, stands: readonly Stand[]): Record<string, number> {
  const tracks = groupsOf(stands, (session) => (session.track ? [session.track] : []))
  const topics = groupsOf(stands, (session) => session.topics ?? [])
  const people = groupsOf(stands, (session) => session.people ?? [])
  const days = problem.days.length
  const lone = (group: readonly Stand[]): number => [...perDay(group).values()].filter((count) => count === 1).length
  const attendees = (problem.bookmarks ?? []).filter(({ sessions }) => new Set(sessions).size > 1)
  return {
    'track-room': sum(
      tracks.map((track) => {
        const used = new Map<number, Set<string>>()
        for (const { day, room } of track) used.set(day, (used.get(day) ?? new Set()).add(room))
        return sum([...used.values()].map((rooms) => rooms.size - 1))
      }),
    ),
    'topic-spread': sum(
      topics.map((topic) =>
        sum([...perDay(topic).values()].map((count) => Math.max(0, count - Math.ceil(topic.length / days)))),
      ),
    ),
    'lone-session':
      days === 1
        ? 0
        : sum(people.filter((own) => own.length > 1).map(lone)) +
          sum(
            attendees.map(
              ({ sessions, count = 1 }) => count * lone(stands.filter(({ session }) => sessions.includes(session.id))),
            ),
          ),
    'long-run': sum(people.map((own) => longRuns(own, problem.inARow ?? 2))),
    'speaker-days': sum(
      people.map((own) => Math.max(...own.map(({ day }) => day)) - Math.min(...own.map(({ day }) => day))),
    ),
  }
}

function longRuns(own: readonly Stand[], limit: number): number {
  const sorted = [...own].sort((a, b) => a.from - b.from)
  let run = 0
  let over = 0
  sorted.forEach((stand, i) => {
    run = i > 0 && stand.from - sorted[i - 1]!.to <= 15 ? run + 1 : 1
    if (run > limit) over++
  })
  return over
}
