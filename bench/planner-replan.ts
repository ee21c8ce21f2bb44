import { judgeConference } from '@fachtag/planner/checker/conference'
import { planConference } from '@fachtag/planner/conference/plan'
import type { ConferenceProblem, Placement } from '@fachtag/planner/conference/problem'
import { Random } from '@fachtag/planner/search/random'
import { readCompact, siam, toProblem } from './planner-conferences.ts'
import { readHistories, stepOf } from './planner-histories.ts'
import { fewestMoves, forcedMoves, loadReferee, type Referee } from './planner-minimum.ts'
import { atLeast, atMost, cpuClock, type Settings } from './planner-settings.ts'
import { type Figure, figure, quantile } from './report.ts'

const limits = { work: 400_000_000 }

/** The problem with these placements as the published programme. */
function publish(problem: ConferenceProblem, placements: readonly Placement[]): ConferenceProblem {
  const places = new Map(placements.map(({ session, start, room }) => [session, { start, room }]))
  const sessions = problem.sessions.map((session) => {
    const published = places.get(session.id)
    return published ? { ...session, published } : session
  })
  return { ...problem, sessions }
}

const hoursLater = (time: string, hours: number): string =>
  new Date(Date.parse(`${time}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16)

/** The last hour of the day on which `start` falls is gone: the day ends earlier. */
function shorten(days: ConferenceProblem['days'], start: string): ConferenceProblem['days'] {
  return days.map((day) => {
    if (start < day.from || start >= day.to) return day
    const to = hoursLater(day.to, -1)
    return to > day.from ? { ...day, to } : day
  })
}

/**
 * `count` random losses: the first speaker of a session is gone from its start for three hours (most often), or its room is, or
 * its day ends an hour earlier (one of eight).
 */
export function lose(problem: ConferenceProblem, count: number, seed: number): ConferenceProblem {
  const random = new Random(seed)
  const people = new Map((problem.people ?? []).map((person) => [person.id, person]))
  const rooms = new Map(problem.rooms.map((room) => [room.id, room]))
  let { days } = problem
  for (let i = 0; i < count; i++) {
    const { published, people: own } = problem.sessions[random.below(problem.sessions.length)]!
    const kind = random.below(8)
    if (!published) continue
    const gone = { from: published.start, to: hoursLater(published.start, 3) }
    const person = own?.[0]
    if (kind === 7) days = shorten(days, published.start)
    else if (person !== undefined && kind < 5) {
      const held = people.get(person)!
      people.set(person, { ...held, unavailable: [...(held.unavailable ?? []), gone] })
    } else {
      const held = rooms.get(published.room)!
      rooms.set(published.room, { ...held, unavailable: [...(held.unavailable ?? []), gone] })
    }
  }
  return { ...problem, days, people: [...people.values()], rooms: [...rooms.values()] }
}

const moves = (problem: ConferenceProblem, placements: readonly Placement[]): number => {
  const places = new Map(placements.map((placement) => [placement.session, placement]))
  return problem.sessions.filter(({ id, published }) => {
    const place = places.get(id)
    return published && (place?.start !== published.start || place.room !== published.room)
  }).length
}

type Case = { readonly name: string; readonly problem: ConferenceProblem; readonly seed: number }

const fewSessions = 80
const names = ['camp2019', 'gdg-warsaw-2019', 'pyconfr-2025', 'fosdem-2024', 'fosdem-2026'] as const

function* casesOf({ short, seeds }: Settings): Generator<Case> {
  const real = names.map((name) => ({ name, problem: toProblem(readCompact(name), true) }))
  for (const { name, problem } of [...real, { name: 'siam-cse23', problem: siam() }]) {
    const programme = publish(problem, planConference(problem, 1, limits, 'repair').placements)
    for (const count of [1, 3, 8])
      for (let seed = 1; seed <= (seeds ?? (short ? 1 : 5)); seed++)
        yield { name, problem: lose(programme, count, seed), seed }
  }
}

/** The fewest moves, as far as HiGHS proves it: what has to move suffices, or one more is needed. */
function provedMinimum(referee: Referee, problem: ConferenceProblem, moved: number): boolean {
  const forced = forcedMoves(problem).size
  const minimum = fewestMoves(referee, problem, 60)
  if (minimum.kind === 'enough') return moved === forced
  return minimum.kind === 'more' && moved === forced + 1
}

type Tally = { violations: number; unplaced: number; moved: number; small: number; smallProved: number; proved: number }

function judge(
  tally: Tally,
  { problem }: Case,
  plan: { readonly placements: readonly Placement[]; readonly unplaced: readonly string[] },
  referee: Referee,
): void {
  const moved = moves(problem, plan.placements)
  const isProved = provedMinimum(referee, problem, moved)
  tally.violations += judgeConference(problem, plan.placements).violations.length
  tally.unplaced += plan.unplaced.length
  tally.moved += moved
  tally.proved += Number(isProved)
  if (problem.sessions.length > fewSessions) return
  tally.small++
  tally.smallProved += Number(isProved)
}

/** After 1, 3 and 8 random losses on every real programme: time, violations, and moves against what HiGHS proves. */
export async function replanFigures(settings: Settings): Promise<Figure[]> {
  const referee = await loadReferee()
  const seconds: number[] = []
  const tally: Tally = { violations: 0, unplaced: 0, moved: 0, small: 0, smallProved: 0, proved: 0 }
  for (const one of casesOf(settings)) {
    const begun = cpuClock()
    const plan = planConference(one.problem, one.seed, limits, 'repair')
    seconds.push(cpuClock() - begun)
    judge(tally, one, plan, referee)
  }
  const runs = seconds.length
  return [
    atMost(`re-plan, p95 of ${runs}`, quantile(seconds, 0.95) * 1_000, 'ms CPU', 200),
    atMost('re-plan, broken hard rules', tally.violations, 'rules', 0),
    atMost('re-plan, sessions that lost their place for good', tally.unplaced, 'sessions', 0),
    atLeast(`re-plan, ≤ 80 sessions, ${tally.small} runs: fewest moves proved`, tally.smallProved, 'runs', tally.small),
    figure(`re-plan, all ${runs} runs, ${tally.moved} moves: fewest moves proved`, tally.proved, 'runs'),
    ...replayFigures(),
  ]
}

/** The real histories step by step: at most half of the moves that people made, and in no time either. */
function replayFigures(): Figure[] {
  return readHistories().flatMap(({ name, states }) => {
    const steps = states.slice(1).map((after, i) => stepOf(states[i]!, after))
    const ours = steps.map(({ problem }) => {
      const { placements, unplaced } = planConference(problem, 1, limits, 'repair')
      const broken = judgeConference(problem, placements).violations.length + unplaced.length
      return { moved: moves(problem, placements), broken }
    })
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
    const people = sum(steps.map((step) => step.moved))
    const tooMany = steps.filter((step, i) => ours[i]!.moved > step.moved / 2).length
    const moved = sum(ours.map((one) => one.moved))
    return [
      figure(`${name}, ${steps.length} steps: moves (people: ${people})`, moved, 'sessions', { atMost: people / 2 }),
      atMost(`${name}, steps with more than half of the moves people made`, tooMany, 'steps', 0),
      atMost(`${name}, broken rules and sessions without a place`, sum(ours.map((one) => one.broken)), '', 0),
    ]
  })
}
