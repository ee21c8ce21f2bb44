/**
 * Judges a conference programme from the problem's own words alone. It shares no code with the engine: times are
 * compared as dates, and every rule is written out a second time.
 */
type Interval = { readonly from: string; readonly to: string }
type Place = { readonly start: string; readonly room: string }
type Problem = {
  readonly days: readonly (Interval & { readonly breaks?: readonly Interval[]; readonly starts?: readonly string[] })[]
  readonly gridMinutes?: number
  readonly rooms: readonly {
    readonly id: string
    readonly capacity?: number
    readonly equipment?: readonly string[]
    readonly site?: string
    readonly slots?: readonly Interval[]
    readonly unavailable?: readonly Interval[]
  }[]
  readonly people?: readonly {
    readonly id: string
    readonly available?: readonly Interval[]
    readonly unavailable?: readonly Interval[]
  }[]
  readonly sessions: readonly {
    readonly id: string
    readonly minutes: number
    readonly people?: readonly string[]
    readonly remote?: readonly string[]
    readonly equipment?: readonly string[]
    readonly seats?: number
    readonly plenary?: boolean
    readonly starts?: readonly string[]
    readonly rooms?: readonly string[]
    readonly fixed?: Place
    readonly published?: Place
  }[]
  readonly order?: readonly { readonly before: string; readonly after: string; readonly gapMinutes?: number }[]
  readonly bookmarks?: readonly { readonly sessions: readonly string[]; readonly count?: number }[]
  readonly travelMinutes?: number
}

type Stand = { readonly id: string; readonly from: number; readonly to: number; readonly room: string }

export type ConferenceVerdict = {
  readonly violations: readonly string[]
  readonly unplaced: readonly string[]
  /** Pairs of marked sessions at the same time, over all attendees. */
  readonly bookmarkClashes: number
  /** Share of marked sessions an attendee can go to when choosing best: marked ones that clash with no earlier-ending choice. */
  readonly attendable: number
}

const minute = (time: string): number => new Date(`${time}:00Z`).getTime() / 60_000
const meets = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to
const read = (interval: Interval) => ({ from: minute(interval.from), to: minute(interval.to) })

/**
 * What `plan` breaks, in words, and how well it serves those who marked sessions. Every hard rule of the model is judged; the plan may be
 * anything.
 */
export function judgeConference(
  problem: Problem,
  plan: readonly (Place & { readonly session: string })[],
): ConferenceVerdict {
  const minutes = new Map(problem.sessions.map((session) => [session.id, session.minutes]))
  const stands = new Map<string, Stand>()
  const violations: string[] = []
  for (const { session, start, room } of plan) {
    const from = minute(start)
    if (stands.has(session)) violations.push(`${session} stands twice`)
    if (!minutes.has(session)) violations.push(`${session} is no session`)
    stands.set(session, { id: session, from, to: from + (minutes.get(session) ?? Number.NaN), room })
  }
  for (const session of problem.sessions) {
    const stand = stands.get(session.id)
    if (stand) violations.push(...ownViolations(problem, session, stand))
  }
  violations.push(...roomViolations(problem, [...stands.values()]), ...personViolations(problem, stands))
  violations.push(...orderViolations(problem, stands), ...plenaryViolations(problem, stands))
  return {
    violations,
    unplaced: problem.sessions.filter((session) => !stands.has(session.id)).map((session) => session.id),
    ...bookmarkFigures(problem, stands),
  }
}

function ownViolations(problem: Problem, session: Problem['sessions'][number], stand: Stand): string[] {
  const room = problem.rooms.find(({ id }) => id === stand.room)
  if (!room) return [`${session.id} stands in no known room`]
  const found: string[] = []
  if ((session.seats ?? 0) > (room.capacity ?? Number.POSITIVE_INFINITY))
    found.push(`${room.id} is too small for ${session.id}`)
  for (const need of session.equipment ?? [])
    if (!room.equipment?.includes(need)) found.push(`${room.id} lacks ${need}`)
  if (session.rooms && !session.rooms.includes(room.id)) found.push(`${session.id} may not be in ${room.id}`)
  if (room.unavailable?.some((closed) => meets(read(closed), stand)))
    found.push(`${room.id} is closed for ${session.id}`)
  const own = session.fixed ?? session.published
  const stays = own !== undefined && own.room === room.id && minute(own.start) === stand.from
  if (
    !stays &&
    room.slots &&
    !room.slots.some((slot) => minute(slot.from) === stand.from && stand.to <= minute(slot.to))
  )
    found.push(`${room.id} has no slot for ${session.id} then`)
  if (session.fixed) {
    const moved = minute(session.fixed.start) !== stand.from || session.fixed.room !== stand.room
    if (moved) found.push(`${session.id} is fixed elsewhere`)
  } else {
    const inside = problem.days.some((day) => minute(day.from) <= stand.from && stand.to <= minute(day.to))
    if (!inside) found.push(`${session.id} is outside the days`)
    if (problem.days.some((day) => day.breaks?.some((rest) => meets(read(rest), stand))))
      found.push(`${session.id} runs into a break`)
    if (!mayStart(problem, session, stand.from)) found.push(`${session.id} may not start then`)
  }
  for (const id of session.people ?? []) {
    const person = problem.people?.find((candidate) => candidate.id === id)
    const away = person?.unavailable?.some((gone) => meets(read(gone), stand))
    const there =
      person?.available?.some((free) => minute(free.from) <= stand.from && stand.to <= minute(free.to)) ?? true
    if (away || !there) found.push(`${id} cannot be at ${session.id}`)
  }
  return found
}

/** At one of its own starts; without any, at one of the day's or of its grid, which is every five minutes unless it is said, or where it is published. */
function mayStart(problem: Problem, session: Problem['sessions'][number], from: number): boolean {
  if (session.starts) return session.starts.some((start) => minute(start) === from)
  if (session.published && minute(session.published.start) === from) return true
  return problem.days.some((day) => {
    if (day.starts) return day.starts.some((start) => minute(start) === from)
    const { from: begin, to: end } = read(day)
    return begin <= from && from < end && (from - begin) % (problem.gridMinutes ?? 5) === 0
  })
}

function roomViolations(problem: Problem, stands: readonly Stand[]): string[] {
  return problem.rooms.flatMap(({ id }) => {
    const inRoom = stands.filter((stand) => stand.room === id).sort((a, b) => a.from - b.from)
    return inRoom.flatMap((stand, i) =>
      i > 0 && meets(inRoom[i - 1]!, stand) ? [`${inRoom[i - 1]!.id} and ${stand.id} share ${id}`] : [],
    )
  })
}

function personViolations(problem: Problem, stands: ReadonlyMap<string, Stand>): string[] {
  const site = new Map(problem.rooms.map((room) => [room.id, room.site ?? '']))
  const byPerson = new Map<string, (Stand & { readonly isThere: boolean })[]>()
  for (const session of problem.sessions) {
    const stand = stands.get(session.id)
    for (const person of stand ? new Set(session.people ?? []) : [])
      byPerson.set(person, [...(byPerson.get(person) ?? []), { ...stand!, isThere: !session.remote?.includes(person) }])
  }
  return [...byPerson].flatMap(([person, own]) => {
    own.sort((a, b) => a.from - b.from)
    return own.flatMap((next, i) => {
      const last = own[i - 1]
      const left = next.isThere ? own.slice(0, i).findLast(({ isThere }) => isThere) : undefined
      const walk = site.get(left?.room ?? next.room) === site.get(next.room) ? 0 : (problem.travelMinutes ?? 0)
      const missed = [last && last.to > next.from && last, left && left.to + walk > next.from && left]
      return [...new Set(missed)].flatMap((one) => (one ? [`${person} has to be in ${one.id} and ${next.id}`] : []))
    })
  })
}

function orderViolations(problem: Problem, stands: ReadonlyMap<string, Stand>): string[] {
  return (problem.order ?? []).flatMap(({ before, after, gapMinutes = 0 }) => {
    const a = stands.get(before)
    const b = stands.get(after)
    return a && b && a.to + gapMinutes > b.from ? [`${before} does not end before ${after}`] : []
  })
}

function plenaryViolations(problem: Problem, stands: ReadonlyMap<string, Stand>): string[] {
  return problem.sessions
    .filter((session) => session.plenary)
    .flatMap((session) => {
      const own = stands.get(session.id)
      return [...stands.values()].flatMap((other) =>
        own && other !== own && meets(own, other) ? [`${other.id} runs during ${own.id}`] : [],
      )
    })
}

function bookmarkFigures(
  problem: Problem,
  stands: ReadonlyMap<string, Stand>,
): { bookmarkClashes: number; attendable: number } {
  let clashes = 0
  let marked = 0
  let attended = 0
  for (const { sessions, count = 1 } of problem.bookmarks ?? []) {
    const own = [...new Set(sessions)].map((id) => stands.get(id)).filter((stand) => stand !== undefined)
    own.sort((a, b) => a.to - b.to)
    marked += new Set(sessions).size * count
    let end = Number.NEGATIVE_INFINITY
    for (const [i, stand] of own.entries()) {
      for (let k = 0; k < i; k++) if (meets(own[k]!, stand)) clashes += count
      if (stand.from < end) continue
      attended += count
      end = stand.to
    }
  }
  return { bookmarkClashes: clashes, attendable: marked === 0 ? 1 : attended / marked }
}
