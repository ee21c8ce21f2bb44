import { type Lists, toLists } from '../lists.ts'
import { zonePenalty } from './hours.ts'
import { conflicts } from './people.ts'
import type { CosplibProblem, Wish } from './problem.ts'

/** A problem compiled into tables. A cell is a session in a room, numbered session × rooms + room. */
export type Instance = {
  readonly problem: CosplibProblem
  readonly sessions: number
  readonly rooms: number
  readonly cells: number
  readonly tracks: number
  readonly submissions: number
  readonly sessionOf: Int32Array
  readonly roomOf: Int32Array
  /** Time slots of each cell, and the most any has. */
  readonly slotsOf: Int32Array
  readonly width: number
  readonly length: Int32Array
  readonly trackOf: Int32Array
  readonly order: Int32Array
  readonly submissionsOf: Lists
  /** submissions × cells and tracks × cells: cost of standing there, whatever the others do. */
  readonly submissionCost: Float64Array
  readonly trackCost: Float64Array
  /** tracks × tracks: cost of two cells of them in one session. */
  readonly besideCost: Float64Array
  /** Submissions that somebody presents or hears together; the prices run in parallel. */
  readonly partners: Lists
  /** Cost of two partners in one session and different rooms; cost of every slot in which both run. */
  readonly sessionPrice: Float64Array
  readonly slotPrice: Float64Array
  readonly roomPrice: number
  readonly parallelPrice: number
  readonly gapPrice: number
  readonly orderPrice: number
  /** 1 for the tracks whose order costs anything. */
  readonly ordered: Uint8Array
  /** Whether it matters in which slots of its cell a submission runs. */
  readonly slotsMatter: boolean
}

/** Compiles a valid problem. `price` turns what a violation costs into what it costs in the search; it must keep 0. */
export function compile(problem: CosplibProblem, price: (cost: number) => number): Instance {
  const { sessions, rooms, tracks, submissions, weights } = problem
  const cells = sessions.length * rooms.length
  const sessionOf = Int32Array.from({ length: cells }, (_, cell) => Math.floor(cell / rooms.length))
  const roomOf = Int32Array.from({ length: cells }, (_, cell) => cell % rooms.length)
  const slotsOf = Int32Array.from(sessionOf, (session) => sessions[session]!.slots)
  const pairs = conflicts(problem)
  const cost = (wish: Wish, count: number): number => price(weights[wish] * count)
  const flat = pairs.flat()
  const own = tracks.map((_, track) => submissions.flatMap((submission, i) => (submission.track === track ? [i] : [])))
  const orderPrice = cost('order', 1)
  const slotPrice = Float64Array.from(
    flat,
    ({ presented, attended }) =>
      (presented ? cost('presenters-slot', 1) : 0) + (attended ? cost('attendees-slot', 1) : 0),
  )
  return {
    problem,
    sessions: sessions.length,
    rooms: rooms.length,
    cells,
    tracks: tracks.length,
    submissions: submissions.length,
    sessionOf,
    roomOf,
    slotsOf,
    width: slotsOf.reduce((most, slots) => Math.max(most, slots), 0),
    length: Int32Array.from(submissions, ({ slots }) => slots),
    trackOf: Int32Array.from(submissions, ({ track }) => track),
    order: Int32Array.from(submissions, ({ order }) => order),
    submissionsOf: toLists(own),
    submissionCost: submissionCosts(problem, cost),
    trackCost: trackCosts(problem, cost),
    besideCost: besideCosts(problem, cost),
    partners: toLists(pairs.map((row) => row.map(({ other }) => other))),
    sessionPrice: Float64Array.from(
      flat,
      ({ presented, attended }) => (presented ? cost('presenters', 1) : 0) + (attended ? cost('attendees', 1) : 0),
    ),
    slotPrice,
    roomPrice: cost('rooms-per-track', 1),
    parallelPrice: cost('parallel-tracks', 1),
    gapPrice: cost('consecutive-tracks', 1),
    orderPrice,
    ordered: Uint8Array.from(own, (list) => Number(orderPrice > 0 && list.some((i) => submissions[i]!.order > 0))),
    slotsMatter: slotPrice.some((value) => value > 0),
  }
}

type Cost = (wish: Wish, count: number) => number

/** Every slot of a submission counts its penalties once more. */
function submissionCosts(problem: CosplibProblem, cost: Cost): Float64Array {
  const { sessions, rooms, submissions, weights } = problem
  const zones = weights['time-zones'] === 0 ? [] : new Set(submissions.map(({ zone }) => zone))
  const byZone = new Map([...zones].map((zone) => [zone, sessions.map((_, s) => zonePenalty(problem, zone, s))]))
  const table = new Float64Array(submissions.length * sessions.length * rooms.length)
  submissions.forEach((submission, i) => {
    const byRoom = submission.rooms.map((penalty) => cost('submissions-rooms', penalty * submission.slots))
    sessions.forEach((_, s) => {
      const then =
        cost('submissions-sessions', submission.sessions[s]! * submission.slots) +
        cost('time-zones', (byZone.get(submission.zone)?.[s] ?? 0) * submission.slots)
      for (let r = 0; r < rooms.length; r++) table[(i * sessions.length + s) * rooms.length + r] = then + byRoom[r]!
    })
  })
  return table
}

function trackCosts({ sessions, rooms, tracks, sessionRooms }: CosplibProblem, cost: Cost): Float64Array {
  const table = new Float64Array(tracks.length * sessions.length * rooms.length)
  tracks.forEach((track, t) => {
    sessions.forEach((_, s) => {
      const then = cost('tracks-sessions', track.sessions[s]!)
      for (let r = 0; r < rooms.length; r++)
        table[(t * sessions.length + s) * rooms.length + r] =
          then + cost('tracks-rooms', track.rooms[r]!) + cost('sessions-rooms', sessionRooms[s]![r]!)
    })
  })
  return table
}

function besideCosts({ tracks }: CosplibProblem, cost: Cost): Float64Array {
  const table = new Float64Array(tracks.length * tracks.length)
  tracks.forEach((one, a) => {
    tracks.forEach((two, b) => {
      if (a === b) return
      const chaired = one.chairs.some((chair) => two.chairs.includes(chair))
      table[a * tracks.length + b] = cost('similar-tracks', one.similar[b]!) + (chaired ? cost('chairs', 1) : 0)
    })
  })
  return table
}
