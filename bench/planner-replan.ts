import { judgeConference } from '@fachtag/planner/checker/conference'
import { planConference } from '@fachtag/planner/conference/plan'
import type { ConferenceProblem, Placement } from '@fachtag/planner/conference/problem'
import { Random } from '@fachtag/planner/search/random'
import { readCompact, siam, toProblem } from './planner-conferences.ts'
import { atMost, cpuClock, type Settings } from './planner-settings.ts'
import { type Figure, quantile } from './report.ts'

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

/** `count` random losses: the first speaker of a session, or its room, is gone from its start for three hours. */
export function lose(problem: ConferenceProblem, count: number, seed: number): ConferenceProblem {
  const random = new Random(seed)
  const people = new Map((problem.people ?? []).map((person) => [person.id, person]))
  const rooms = new Map(problem.rooms.map((room) => [room.id, room]))
  for (let i = 0; i < count; i++) {
    const { published, people: own } = problem.sessions[random.below(problem.sessions.length)]!
    if (!published) continue
    const gone = { from: published.start, to: hoursLater(published.start, 3) }
    const person = own?.[0]
    if (person !== undefined && random.below(4) > 0) {
      const held = people.get(person)!
      people.set(person, { ...held, unavailable: [...(held.unavailable ?? []), gone] })
    } else {
      const held = rooms.get(published.room)!
      rooms.set(published.room, { ...held, unavailable: [...(held.unavailable ?? []), gone] })
    }
  }
  return { ...problem, people: [...people.values()], rooms: [...rooms.values()] }
}

/** Sessions that cannot stay: with everything as published, the checker names a rule about their own place. */
function mustMove(problem: ConferenceProblem): number {
  const stays = (session: ConferenceProblem['sessions'][number]): boolean => {
    if (!session.published) return true
    const alone = { ...problem, sessions: [session], order: [], bookmarks: [] }
    return judgeConference(alone, [{ session: session.id, ...session.published }]).violations.length === 0
  }
  return problem.sessions.filter((session) => !stays(session)).length
}

const moves = (problem: ConferenceProblem, placements: readonly Placement[]): number => {
  const places = new Map(placements.map((placement) => [placement.session, placement]))
  return problem.sessions.filter(({ id, published }) => {
    const place = places.get(id)
    return published && (place?.start !== published.start || place.room !== published.room)
  }).length
}

/** After 1, 3 and 8 random losses on every real programme: time, violations, and moves against what must move. */
export function replanFigures({ short, seeds }: Settings): Figure[] {
  const names = ['camp2019', 'gdg-warsaw-2019', 'pyconfr-2025', 'fosdem-2024', 'fosdem-2026']
  const real = names.map((name) => toProblem(readCompact(name), true))
  const symposia = siam()
  const programmes = [...real, symposia].map((problem) =>
    publish(problem, planConference(problem, 1, limits, 'repair').placements),
  )
  const seconds: number[] = []
  let violations = 0
  let unplaced = 0
  let made = 0
  let needed = 0
  let minimal = 0
  for (const programme of programmes) {
    for (const count of [1, 3, 8]) {
      for (let seed = 1; seed <= (seeds ?? (short ? 1 : 5)); seed++) {
        const problem = lose(programme, count, seed)
        const begun = cpuClock()
        const plan = planConference(problem, seed, limits, 'repair')
        seconds.push(cpuClock() - begun)
        const verdict = judgeConference(problem, plan.placements)
        violations += verdict.violations.length
        unplaced += plan.unplaced.length
        const least = mustMove(problem)
        const moved = moves(problem, plan.placements)
        made += moved
        needed += least
        if (moved === least) minimal++
      }
    }
  }
  return [
    atMost(`re-plan, p95 of ${seconds.length}`, quantile(seconds, 0.95) * 1_000, 'ms CPU', 200),
    atMost('re-plan, broken hard rules', violations, 'rules', 0),
    atMost('re-plan, sessions that lost their place for good', unplaced, 'sessions', 0),
    atMost(`re-plan, sessions moved (${minimal} of ${seconds.length} proved minimal)`, made, 'sessions', needed),
  ]
}
