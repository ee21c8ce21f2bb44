import { ProblemError } from '../problem-error.ts'
import { softConstraints, weightOf } from './constraints/all.ts'
import { sessionsByPerson } from './pair-rules.ts'
import type { ConferenceProblem, Session, SoftName } from './problem.ts'
import { greatestStep, toMinutes, toSpan, toWallTime } from './wall-time.ts'

/** Entries of one table of the engine: 400 MB. */
const mostEntries = 100_000_000
/** A grid of one minute over nearly ten years. */
const mostStarts = 5_000_000
/** Costs and minutes stand in 32 bits. */
const mostCounted = 2 ** 31 - 1

function requireAtMost(what: string, found: number, most: number): void {
  if (found > most) throw new ProblemError('problem-too-large', { what, found, most })
}

/** Starts that sessions name themselves, in wall minutes. */
function ownStarts({ sessions }: ConferenceProblem): Set<number> {
  const starts = sessions.flatMap(({ fixed, published, starts: own = [] }) => [
    ...[fixed, published].flatMap((place) => (place ? [place.start] : [])),
    ...own,
  ])
  return new Set(starts.map(toMinutes))
}

/**
 * Throws a ProblemError for a problem with more starts or steps of time than tables can hold: a year mistyped is enough. Reckons
 * without building anything.
 */
export function requireTables(problem: ConferenceProblem): void {
  const { days, rooms, sessions, gridMinutes: grid = 5 } = problem
  const own = ownStarts(problem)
  const counts = days.map((day) => day.starts?.length ?? Math.ceil((toSpan(day).to - toSpan(day).from) / grid))
  const starts = own.size + counts.reduce((sum, count) => sum + count, 0)
  requireAtMost('starts', starts, mostStarts)
  requireAtMost('sessions × starts', sessions.length * starts, mostEntries)
  requireAtMost('rooms × starts', rooms.length * starts, mostEntries)

  const longest = sessions.reduce((most, { minutes }) => Math.max(most, minutes), 0)
  const edges = [...days.flatMap(({ from, to, starts: own = [] }) => [from, to, ...own]).map(toMinutes), ...own]
  const first = edges.reduce((least, edge) => Math.min(least, edge))
  const last = edges.reduce((most, edge) => Math.max(most, edge))
  const closed = rooms.flatMap(({ unavailable = [] }) =>
    unavailable.flatMap(({ from, to }) => [from, to]).map(toMinutes),
  )
  const step = [...edges, ...closed]
    .map((edge) => Math.abs(edge - first))
    .concat(
      sessions.map(({ minutes }) => minutes),
      days.every((day) => day.starts) ? [] : [grid],
    )
    .reduce(greatestStep, 0)
  const steps = (last - first + longest) / Math.max(1, step)
  if (last - first + longest > mostCounted || steps * Math.max(1, rooms.length) > mostEntries) {
    const params = { from: toWallTime(first), to: toWallTime(last), step, longest }
    throw new ProblemError('times-too-far-apart', params)
  }
}

/** Throws a ProblemError that names the first session whose costs could grow beyond what is counted with. */
export function requireCountable(problem: ConferenceProblem): void {
  const { bookmarks = [], days, sessions } = problem
  const weights = new Map(softConstraints.map((constraint) => [constraint.name, weightOf(constraint, problem)]))
  const weight = (name: SoftName): number => weights.get(name)!
  const marks = new Map<string, number>()
  for (const { sessions: own, count = 1 } of bookmarks) {
    const price = count * (own.length * weight('bookmark-clash') + 2 * weight('lone-session'))
    for (const id of new Set(own)) marks.set(id, (marks.get(id) ?? 0) + price)
  }
  const most = [...sessionsByPerson(problem).values()].reduce((longest, own) => Math.max(longest, own.length), 1)
  const others = sessions.length
  const worst = ({ id, demand = 0, affected = 0, published, topics = [], people = [] }: Session): number =>
    demand * weight('seats') +
    weight('preferred-time') +
    weight('undesired-time') +
    weight('preferred-room') +
    weight('undesired-room') +
    2 * weight('track-room') +
    others * (topics.length * weight('similar-parallel') + weight('level-balance') + weight('language-balance')) +
    2 * topics.length * weight('topic-spread') +
    people.length * (2 * weight('lone-session') + days.length * weight('speaker-days') + most * weight('long-run')) +
    // Of the move, its quarters of an hour, and the other room.
    (published ? 198 * weight('published-change') * (1 + affected / 10) + 198 : 0) +
    (marks.get(id) ?? 0)
  for (const session of sessions) {
    const found = worst(session)
    if (found > mostCounted)
      throw new ProblemError('costs-too-large', { session: session.id, found: Math.ceil(found), most: mostCounted })
  }
}
