import { type CostByWish, Explainer } from '@fachtag/planner/conference/explanation'
import { type ConferenceProgress, planConference } from '@fachtag/planner/conference/plan'
import type { Placement, SoftName } from '@fachtag/planner/conference/problem'
import type { Limits } from '@fachtag/planner/search/budget'
import { wallMinutes } from '../../grid/rules.ts'
import { nowhere } from '../../moves/board/rules.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { isSamePlace, withPlaces } from '../../variants/rules.ts'
import type { Place, Places } from '../../variants/types.ts'
import { figuresOf } from '../figures/rules.ts'
import { wishBehind } from '../levels/rules.ts'
import { noRoomOf, poseProblem } from '../problem/rules.ts'
import type { Posed } from '../problem/types.ts'
import { peopleOf, usualMinutes } from '../staying/rules.ts'
import type { PlanningInput, PlanTask } from '../types.ts'
import type { Nowhere, Obstacle, Parting, PlaceVerdict, Planned, ProposedMove, WishCosts } from './types.ts'

/** What the planner found, as places on the board; sessions that it leaves out and that had a place lose it. */
export function toPlaces(programme: Programme, { frame, movingIds }: Posed, placements: readonly Placement[]): Places {
  const found = new Map(placements.map((placement) => [placement.session, placement]))
  const moving = new Set(movingIds)
  const moved = programme.sessions.flatMap((session): [string, Place][] => {
    if (!moving.has(session.id)) return []
    const { durationMinutes } = session
    const placement = found.get(session.id)
    if (!placement) return session.startsAt === null ? [] : [[session.id, { ...nowhere, durationMinutes }]]
    const { start, room } = placement
    const day = frame.days.findLast((one) => one.from <= start)?.day ?? start.slice(0, 10)
    return [
      [session.id, { day, startsAt: start, durationMinutes, roomId: room === noRoomOf(session.id) ? null : room }],
    ]
  })
  const before = new Map(programme.sessions.map((session) => [session.id, session]))
  return Object.fromEntries(moved.filter(([id, place]) => !isSamePlace(before.get(id)!, place)))
}

/** Costs by what organisers call the wishes. */
export function toWishCosts(costs: CostByWish): WishCosts {
  return Object.fromEntries(
    Object.entries(costs).flatMap(([name, cost]) => {
      const wish = wishBehind(name as SoftName)
      return wish ? [[wish, cost]] : []
    }),
  )
}

function spanOf({ startsAt, durationMinutes }: Place) {
  const from = wallMinutes(startsAt!)
  return { from, until: from + (durationMinutes ?? usualMinutes) }
}

function areAtOnce(a: Place, b: Place): boolean {
  if (a.startsAt === null || b.startsAt === null) return false
  const [one, other] = [spanOf(a), spanOf(b)]
  return one.from < other.until && other.from < one.until
}

const peopleOfBoth = (a: ProgrammeSession, b: ProgrammeSession): string[] => {
  const people = peopleOf(b)
  return peopleOf(a).filter((person) => people.includes(person))
}

/** What keeps apart two sessions of which a rule says that they cannot both be where they are. */
export function whatParts(a: ProgrammeSession, b: ProgrammeSession): Parting {
  const isAtOnce = areAtOnce(a, b)
  if (isAtOnce && a.roomId !== null && a.roomId === b.roomId) return { kind: 'room' }
  const personIds = peopleOfBoth(a, b)
  if (personIds.length > 0) return { kind: isAtOnce ? 'people' : 'way', personIds }
  return { kind: isAtOnce && (a.isPlenary || b.isPlenary) ? 'plenary' : 'order' }
}

/** Whether a rule says that two sessions cannot both be where they are at one time. */
export function areInEachOthersWay(a: ProgrammeSession, b: ProgrammeSession): boolean {
  return areAtOnce(a, b) && whatParts(a, b).kind !== 'order'
}

/** Session → the others that have to leave where they are before it can have its new place. */
export function findNeeds(programme: Programme, places: Places): ReadonlyMap<string, readonly string[]> {
  const moving = programme.sessions.filter((session) => places[session.id])
  return new Map(
    moving.map((session) => {
      const there = { ...session, ...places[session.id]! }
      const needed = moving.filter((other) => other !== session && areInEachOthersWay(there, other))
      return [session.id, needed.map((other) => other.id)]
    }),
  )
}

/** The sessions named, with all that have to move so that they can. */
export function withNeeded(moves: readonly ProposedMove[], ids: readonly string[]): string[] {
  const needs = new Map(moves.map((move) => [move.sessionId, move.needs]))
  const taken = new Set<string>()
  const pending = ids.filter((id) => needs.has(id))
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (taken.has(id)) continue
    taken.add(id)
    pending.push(...needs.get(id)!)
  }
  return moves.flatMap((move) => (taken.has(move.sessionId) ? move.sessionId : []))
}

/** What the planner says is in the way, parted into rules and sessions. */
export function partReasons(reasons: readonly string[]): Pick<Nowhere, 'broken' | 'inTheWay'> {
  const named = 'session '
  return {
    broken: reasons.filter((one) => !one.startsWith(named)) as Obstacle[],
    inTheWay: reasons.filter((one) => one.startsWith(named)).map((one) => one.slice(named.length)),
  }
}

function judgeFormer(explainer: Explainer, session: ProgrammeSession): PlaceVerdict | null {
  if (session.startsAt === null) return null
  const verdict = explainer.whyNot(session.id, {
    start: session.startsAt,
    room: session.roomId ?? noRoomOf(session.id),
  })
  const { broken, inTheWay } = partReasons(verdict.reasons)
  return { broken, inTheWay, changes: toWishCosts(verdict.changes) }
}

function explain(programme: Programme, posed: Posed, placements: readonly Placement[], places: Places) {
  const explainer = new Explainer(posed.problem, placements)
  const needs = findNeeds(programme, places)
  const moved = programme.sessions.filter((session) => places[session.id])
  const placed = new Set(placements.map((placement) => placement.session))
  return {
    moves: moved.map(
      (session): ProposedMove => ({
        sessionId: session.id,
        needs: needs.get(session.id)!,
        why: placed.has(session.id) ? judgeFormer(explainer, session) : null,
      }),
    ),
    unplaced: posed.movingIds
      .filter((id) => !placed.has(id))
      .map((sessionId): Nowhere => ({ sessionId, ...partReasons(explainer.whyNowhere(sessionId)) })),
  }
}

/**
 * Plans `task` within `limits`; the same input and work give the same proposal. Sessions that the task may not move stay, and no
 * session that it places breaks a rule of the planner. `onProgress` is told where the sessions would be so far.
 */
export function planEdition(
  input: PlanningInput,
  task: PlanTask,
  limits: Limits,
  onProgress?: (share: number, places: () => Places) => void,
): Planned {
  const posed = poseProblem(input, task)
  if (posed.kind === 'impossible') return posed
  const { programme } = input.board
  const tell = ({ share, placements }: ConferenceProgress) =>
    onProgress?.(share, () => toPlaces(programme, posed, placements()))
  const isRepair = task.kind === 'repair' || task.kind === 'replan'
  const plan = planConference(posed.problem, 1, limits, isRepair ? 'repair' : 'plan', tell)
  const places = toPlaces(programme, posed, plan.placements)
  return {
    kind: 'proposal',
    places,
    ...explain(programme, posed, plan.placements, places),
    waived: posed.waived,
    before: figuresOf(programme, input),
    after: figuresOf(withPlaces(programme, places), input),
    isStopped: plan.ending === 'cancelled',
  }
}
