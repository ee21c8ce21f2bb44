import { Random } from '../search/random.ts'
import { type CosplibProblem, type Submission, wishes } from './problem.ts'

const zones = ['GMT+2', 'GMT+2', 'GMT-5', 'GMT+9']

/** A made-up conference of the CoSPLib family with something of every wish in it. The same numbers give the same conference. */
export function madeUpCosplib(submissionCount: number, seed: number): CosplibProblem {
  const random = new Random(seed)
  const trackCount = Math.max(2, Math.ceil(submissionCount / 6))
  const few = (count: number, penalty: number): number[] =>
    Array.from({ length: count }, () => (random.below(6) === 0 ? penalty : 0))
  const person = (): string => `person ${random.below(submissionCount)}`
  const sessions = Array.from({ length: 6 }, (_, i) => ({
    name: `session ${i}`,
    slots: i % 3 === 2 ? 3 : 4,
    from: 540 + 240 * (i % 3),
    to: 660 + 240 * (i % 3),
  }))
  const roomCount = Math.ceil(submissionCount / 12) + 1
  const alike = Array.from({ length: trackCount }, () => few(trackCount, 1))
  const submissions = Array.from({ length: submissionCount }, (_, i): Submission => {
    const track = i % trackCount
    return {
      name: `submission ${i}`,
      track,
      slots: i % 11 === 5 ? 2 : 1,
      order: track === 0 && i < 3 * trackCount ? 1 + Math.floor(i / trackCount) : 0,
      zone: zones[random.below(zones.length)]!,
      presenters: random.below(3) === 0 ? [person(), person()] : [person()],
      attendees: Array.from({ length: random.below(4) }, person),
      sessions: few(sessions.length, 2),
      rooms: few(roomCount, 1),
    }
  })
  return {
    weights: Object.fromEntries(
      wishes.map((wish, i) => [wish, [1, 10, 3, 100, 1_000][i % 5]!]),
    ) as CosplibProblem['weights'],
    hours: {
      zone: 'GMT+2',
      suitable: { from: 570, to: 1_290 },
      lessSuitable: { from: 420, to: 1_380 },
      smallPenalty: 1,
      bigPenalty: 10,
    },
    sessions,
    rooms: Array.from({ length: roomCount }, (_, i) => `room ${i}`),
    tracks: Array.from({ length: trackCount }, (_, t) => ({
      name: `track ${t}`,
      chairs: t % 3 === 0 ? [person()] : [],
      sessions: few(sessions.length, 3),
      rooms: few(roomCount, 2),
      similar: alike.map((row, other) => (other < t ? row[t]! : other > t ? alike[t]![other]! : 0)),
    })),
    submissions,
    sessionRooms: sessions.map(() => few(roomCount, 5)),
  }
}
