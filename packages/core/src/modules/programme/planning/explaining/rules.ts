import { type Alternative, Explainer } from '@fachtag/planner/conference/explanation'
import { TimeJudge } from '@fachtag/planner/conference/hard-rules'
import type { ConferenceProblem, Placement } from '@fachtag/planner/conference/problem'
import { toMinutes } from '@fachtag/planner/conference/wall-time'
import type { ProgrammeSession } from '../../types.ts'
import { countAffected, marksOf, noRoomOf, placeOf, poseProblem } from '../problem/rules.ts'
import type { Posed } from '../problem/types.ts'
import { areInEachOthersWay, partReasons, toPlaces, toWishCosts } from '../proposal/rules.ts'
import type { PlanningInput, PlanTask } from '../types.ts'
import type { Explanation, OtherPlace } from './types.ts'

const mostOthers = 6

/**
 * Where the sessions of a problem stand on the board, the one asked about first. Of two in one room at a time the later one is
 * left out: an explanation counts with a programme that can be.
 */
function standing(sessions: readonly ProgrammeSession[], { problem }: Posed, asked: string): Placement[] {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const rooms = new Map(problem.rooms.map((room) => [room.id, room]))
  const placed: (Placement & { readonly from: number; readonly until: number })[] = []
  const first = problem.sessions.filter((session) => session.fixed)
  const order = [...first, ...problem.sessions.filter((session) => session.id === asked), ...problem.sessions]
  for (const { id, minutes } of new Set(order)) {
    const { startsAt, roomId } = byId.get(id)!
    const room = roomId ?? noRoomOf(id)
    if (startsAt === null || !rooms.has(room)) continue
    const from = toMinutes(startsAt)
    const meets = (one: { from: number; until: number }) => one.from < from + minutes && from < one.until
    const closed = (rooms.get(room)!.unavailable ?? []).map((one) => ({
      from: toMinutes(one.from),
      until: toMinutes(one.to),
    }))
    if (closed.some(meets) || placed.some((one) => one.room === room && meets(one))) continue
    placed.push({ session: id, start: startsAt, room, from, until: from + minutes })
  }
  return placed
}

/** Whether something may begin then because of the days alone. */
function isStart(problem: ConferenceProblem, start: string): boolean {
  const anything = { id: '', minutes: 1 }
  const [broken] = new TimeJudge(problem).broken(anything, [toMinutes(start)])
  return !broken!.some(({ name }) => name === 'start')
}

/**
 * The problem with the session at home where it is published, and not where the draft has it, which is no wish of anybody's. Where
 * that cannot be said, because it is not published or stands where nothing may begin, changes count nothing.
 */
function withHome({ problem }: Posed, input: PlanningInput, session: ProgrammeSession): ConferenceProblem {
  const rooms = new Set(problem.rooms.map((room) => room.id))
  const home = placeOf(
    input.published?.sessions.find((one) => one.id === session.id),
    rooms,
  )
  if (!home || !rooms.has(home.room) || session.startsAt === null || !isStart(problem, session.startsAt))
    return { ...problem, weights: { ...problem.weights, 'published-change': 0 } }
  const affected = countAffected(session, marksOf(input))
  const sessions = problem.sessions.map((one) => (one.id === session.id ? { ...one, published: home, affected } : one))
  return { ...problem, sessions }
}

/** Which of the sessions that the explanation leaves `aside`, though they stand on the board, are in the way of `session`. */
function idsInTheWay(session: ProgrammeSession, aside: readonly ProgrammeSession[]): string[] {
  return aside.filter((other) => areInEachOthersWay(session, other)).map(({ id }) => id)
}

function toOther(
  session: ProgrammeSession,
  posed: Posed,
  aside: readonly ProgrammeSession[],
  found: Alternative,
): OtherPlace[] {
  const placement = { session: session.id, start: found.start, room: found.room }
  const programme = { timeZone: '', tracks: [], rooms: [], sessions: [session] }
  const place = toPlaces(programme, posed, [placement])[session.id]
  const changes = toWishCosts(found.changes)
  if (!place) return []
  const inTheWay = [...found.inTheWay, ...idsInTheWay({ ...session, ...place }, aside)]
  return [{ place, verdict: { broken: [], inTheWay, changes } }]
}

/**
 * Why the session is where the board of `input` has it, and what other places would cost; or, where it has none, the least set
 * of reasons why. `task`: what may be moved around it.
 */
export function explainSession(input: PlanningInput, task: PlanTask, sessionId: string): Explanation {
  const posed = poseProblem(input, task)
  const session = input.board.programme.sessions.find((one) => one.id === sessionId)
  if (posed.kind === 'impossible' || !session || !posed.movingIds.includes(sessionId)) return { kind: 'staying' }
  const placements = standing(input.board.programme.sessions, posed, sessionId)
  const explainer = new Explainer(withHome(posed, input, session), placements)
  const placed = new Set(placements.map((placement) => placement.session))
  if (!placed.has(sessionId))
    return { kind: 'nowhere', why: { sessionId, ...partReasons(explainer.whyNowhere(sessionId)) } }
  const planned = new Set(posed.problem.sessions.map(({ id }) => id))
  const aside = input.board.programme.sessions.filter(({ id }) => planned.has(id) && !placed.has(id))
  const { day, startsAt, durationMinutes, roomId } = session
  const { costs, alternatives } = explainer.whyHere(sessionId, mostOthers)
  const here = explainer.whyNot(sessionId, { start: startsAt!, room: roomId ?? noRoomOf(sessionId) })
  const { broken, inTheWay } = partReasons(here.reasons)
  return {
    kind: 'placed',
    place: { day, startsAt, durationMinutes, roomId },
    verdict: { broken, inTheWay: [...inTheWay, ...idsInTheWay(session, aside)], changes: {} },
    costs: toWishCosts(costs),
    others: alternatives
      .flatMap((found) => toOther(session, posed, aside, found))
      .sort((a, b) => a.verdict.inTheWay.length - b.verdict.inTheWay.length),
  }
}
