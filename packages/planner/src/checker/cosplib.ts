/**
 * Scores a plan of CoSPLib by its 16 wishes, each written out by itself and counted from the plan alone, with the meaning that the
 * library's own evaluator gives them (Kheiri, Pylyavskyy: github.com/ahmedkheiri/CoSPLib, `Solver/solution.py` and
 * `Solver/domain/problem.py`; MIT). It shares no code with the engine.
 */
type Span = { readonly from: number; readonly to: number }
type Problem = {
  readonly weights: Readonly<Record<string, number>>
  readonly hours: {
    readonly zone: string
    readonly suitable: Span
    readonly lessSuitable: Span
    readonly smallPenalty: number
    readonly bigPenalty: number
  }
  readonly sessions: readonly (Span & { readonly name: string; readonly slots: number })[]
  readonly rooms: readonly string[]
  readonly tracks: readonly {
    readonly name: string
    readonly chairs: readonly string[]
    readonly sessions: readonly number[]
    readonly rooms: readonly number[]
    readonly similar: readonly number[]
  }[]
  readonly submissions: readonly {
    readonly name: string
    readonly track: number
    readonly slots: number
    readonly order: number
    readonly zone: string
    readonly presenters: readonly string[]
    readonly attendees: readonly string[]
    readonly sessions: readonly number[]
    readonly rooms: readonly number[]
  }[]
  readonly sessionRooms: readonly (readonly number[])[]
}
type Plan = {
  readonly tracks: readonly (readonly number[])[]
  readonly submissions: readonly (readonly (readonly number[])[])[]
}
type Stand = { readonly submission: number; readonly session: number; readonly room: number; readonly slot: number }
type Cell = { readonly track: number; readonly session: number; readonly room: number }

export type CosplibScore = {
  /** The objective of CoSPLib when nothing is broken. */
  readonly objective: number
  /** What each wish adds to it, by name; the weight is in it. */
  readonly costs: Readonly<Record<string, number>>
  /** Whatever makes the plan no plan: missing or torn submissions, a submission in the cell of another track. */
  readonly broken: readonly string[]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((name) => name !== '' && b.includes(name))

/** The objective of `plan`, what each wish adds to it, and what makes it no plan. Throws RangeError for a time zone that is not known. */
export function scoreCosplib(problem: Problem, plan: Plan): CosplibScore {
  const stands = plan.submissions.flatMap((rooms, session) =>
    rooms.flatMap((slots, room) =>
      slots.flatMap((submission, slot) => (submission === -1 ? [] : [{ submission, session, room, slot }])),
    ),
  )
  const cells = plan.tracks.flatMap((rooms, session) =>
    rooms.flatMap((track, room) => (track === -1 ? [] : [{ track, session, room }])),
  )
  const counts: Record<string, number> = {
    ...alone(problem, stands, cells),
    ...ofTracks(problem, cells),
    ...ofPeople(problem, stands, cells),
    order: orderCount(problem, plan, stands),
  }
  const costs = Object.fromEntries(
    Object.entries(counts).map(([wish, count]) => [wish, count * problem.weights[wish]!]),
  )
  return { objective: sum(Object.values(costs)), costs, broken: brokenRules(problem, plan, stands) }
}

/** Every slot of a submission counts its penalties once more. */
function alone(problem: Problem, stands: readonly Stand[], cells: readonly Cell[]): Record<string, number> {
  const own = (stand: Stand): Problem['submissions'][number] => problem.submissions[stand.submission]!
  return {
    'tracks-sessions': sum(cells.map(({ track, session }) => problem.tracks[track]!.sessions[session]!)),
    'tracks-rooms': sum(cells.map(({ track, room }) => problem.tracks[track]!.rooms[room]!)),
    'sessions-rooms': sum(cells.map(({ session, room }) => problem.sessionRooms[session]![room]!)),
    'submissions-sessions': sum(stands.map((stand) => own(stand).sessions[stand.session]!)),
    'submissions-rooms': sum(stands.map((stand) => own(stand).rooms[stand.room]!)),
    'time-zones':
      problem.weights['time-zones'] === 0
        ? 0
        : sum(stands.map((stand) => zonePenalty(problem, own(stand).zone, stand.session))),
  }
}

/**
 * GMT+2 → 120; the offset of other zones is that of 21 July 2021, the day on which the library looks at all times. Throws for a zone
 * that is unknown, rather than scoring it wrongly.
 */
function offset(zone: string): number {
  const found = /^(?:GMT|UTC)([+-]\d{1,2})(?::?(\d{2}))?$/.exec(zone)
  if (found) {
    const sign = found[1]!.startsWith('-') ? -1 : 1
    return Number(found[1]) * 60 + sign * Number(found[2] ?? 0)
  }
  const noon = new Date('2021-07-21T12:00:00Z')
  const there = noon.toLocaleString('sv', { timeZone: zone })
  return (Date.parse(`${there.replace(' ', 'T')}Z`) - noon.getTime()) / 60_000
}

/** Whether the session is at an impossible or at an unpleasant time of the day where the submission comes from. */
function zonePenalty({ hours, sessions }: Problem, zone: string, session: number): number {
  const there = (minute: number): number => (((minute - offset(hours.zone) + offset(zone)) % 1440) + 1440) % 1440
  const from = there(sessions[session]!.from)
  const to = there(sessions[session]!.to)
  const { suitable, lessSuitable } = hours
  if (from < lessSuitable.from || to > lessSuitable.to || to < lessSuitable.from) return hours.bigPenalty
  return from < suitable.from || to > suitable.to ? hours.smallPenalty : 0
}

function ofTracks({ tracks }: Problem, cells: readonly Cell[]): Record<string, number> {
  const counts = { 'similar-tracks': 0, 'parallel-tracks': 0, 'rooms-per-track': 0, 'consecutive-tracks': 0 }
  cells.forEach((cell, i) => {
    for (const other of cells.slice(0, i)) {
      if (other.session === cell.session) counts['similar-tracks'] += tracks[cell.track]!.similar[other.track]!
    }
  })
  tracks.forEach((_, track) => {
    const own = cells.filter((cell) => cell.track === track)
    const sessions = [...new Set(own.map(({ session }) => session))].sort((a, b) => a - b)
    counts['parallel-tracks'] += own.length - sessions.length
    counts['rooms-per-track'] += Math.max(0, new Set(own.map(({ room }) => room)).size - 1)
    if (sessions.length > 0 && sessions.at(-1)! - sessions[0]! >= sessions.length) counts['consecutive-tracks']++
  })
  return counts
}

/** Pairs of submissions that one person presents, chairs or wants to hear; a chair belongs to all of the track. */
function ofPeople(problem: Problem, stands: readonly Stand[], cells: readonly Cell[]): Record<string, number> {
  const counts = { presenters: 0, attendees: 0, 'presenters-slot': 0, 'attendees-slot': 0, chairs: 0 }
  const seen = new Set<string>()
  stands.forEach((a, i) => {
    for (const b of stands.slice(0, i)) {
      if (a.session !== b.session || a.submission === b.submission) continue
      const presented = presentersMeet(problem, a.submission, b.submission)
      const attended = attendeesMeet(problem, a.submission, b.submission)
      if (a.slot === b.slot) {
        counts['presenters-slot'] += Number(presented)
        counts['attendees-slot'] += Number(attended)
      }
      const pair = `${Math.min(a.submission, b.submission)} ${Math.max(a.submission, b.submission)}`
      if (a.room === b.room || seen.has(pair)) continue
      seen.add(pair)
      counts.presenters += Number(presented)
      counts.attendees += Number(attended)
    }
  })
  cells.forEach((a, i) => {
    for (const b of cells.slice(0, i)) {
      if (a.session !== b.session || a.track === b.track) continue
      counts.chairs += Number(meet(problem.tracks[a.track]!.chairs, problem.tracks[b.track]!.chairs))
    }
  })
  return counts
}

function presentersMeet({ submissions, tracks }: Problem, a: number, b: number): boolean {
  const one = submissions[a]!
  const two = submissions[b]!
  if (meet(one.presenters, two.presenters)) return true
  return (
    one.track !== two.track &&
    (meet(one.presenters, tracks[two.track]!.chairs) || meet(two.presenters, tracks[one.track]!.chairs))
  )
}

function attendeesMeet({ submissions, tracks }: Problem, a: number, b: number): boolean {
  const one = submissions[a]!
  const two = submissions[b]!
  if (meet(one.attendees, [...two.attendees, ...two.presenters]) || meet(two.attendees, one.presenters)) return true
  return (
    one.track !== two.track &&
    (meet(one.attendees, tracks[two.track]!.chairs) || meet(two.attendees, tracks[one.track]!.chairs))
  )
}

/**
 * A track's submissions, session by session, in it room by room, and in it slot by slot: each that has an order and does not
 * stand at its place counts one; and so does every two with an order at the same time.
 */
function orderCount({ submissions }: Problem, plan: Plan, stands: readonly Stand[]): number {
  let count = 0
  const places = new Map<number, Set<number>>()
  const counted = stands.filter(({ session, room }) => plan.tracks[session]![room] !== -1)
  for (const { submission, session, room } of counted) {
    const track = plan.tracks[session]![room]!
    places.set(track, (places.get(track) ?? new Set()).add(submission))
  }
  for (const own of places.values()) {
    count += [...own].filter((submission, place) => ![0, place + 1].includes(submissions[submission]!.order)).length
  }
  counted.forEach((a, i) => {
    for (const b of counted.slice(0, i)) {
      if (a.session !== b.session || a.slot !== b.slot || a.submission === b.submission) continue
      const one = submissions[a.submission]!
      const two = submissions[b.submission]!
      if (one.track === two.track && one.order > 0 && two.order > 0) count++
    }
  })
  return count
}

function brokenRules(
  { submissions, tracks, sessions, rooms }: Problem,
  plan: Plan,
  stands: readonly Stand[],
): string[] {
  const broken: string[] = []
  submissions.forEach(({ name, slots }, submission) => {
    const own = stands.filter((stand) => stand.submission === submission)
    if (own.length !== slots) broken.push(`${name} has ${own.length} of ${slots} slots`)
    const torn = own.some(
      (stand, i) => stand.session !== own[0]!.session || stand.room !== own[0]!.room || stand.slot !== own[0]!.slot + i,
    )
    if (torn) broken.push(`${name} is torn apart`)
  })
  for (const { submission, session, room, slot } of stands) {
    const { name, track } = submissions[submission]!
    const held = plan.tracks[session]![room]!
    const where = `${sessions[session]!.name}, ${rooms[room]}`
    if (slot >= sessions[session]!.slots) broken.push(`${name} stands after the end: ${where}`)
    if (held !== track) broken.push(`${name} stands in a cell of ${tracks[held]?.name ?? 'no track'}: ${where}`)
  }
  return broken
}
