import { readdirSync, readFileSync } from 'node:fs'
import { judgeConference } from '@fachtag/planner/checker/conference'
import { judgeEnrolment } from '@fachtag/planner/checker/enrolment'
import { scoreTimefold } from '@fachtag/planner/checker/timefold'
import { madeUpConference } from '@fachtag/planner/conference/made-up'
import { planConference } from '@fachtag/planner/conference/plan'
import { planEnrolment } from '@fachtag/planner/enrolment/plan'
import { readTim } from '@fachtag/planner/formats/tim'
import { limitsFor } from '@fachtag/planner/search/work'
import { planTimefold } from '@fachtag/planner/timefold/plan'
import type { TimefoldProblem } from '@fachtag/planner/timefold/problem'
import { dataFolder, lambdaConf, readCompact, siam, toProblem } from './planner-conferences.ts'
import { cosplibFigures } from './planner-cosplib.ts'
import { replanFigures } from './planner-replan.ts'
import { atLeast, atMost, cpuClock, type Settings } from './planner-settings.ts'
import { type Figure, figure, quantile } from './report.ts'

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

type Reference = { readonly mean: Readonly<Record<string, readonly (number | null)[]>> }

function instancesOf(family: 'itc2007' | 'itc2002'): { name: string; number: number; text: string }[] {
  const folder = `${dataFolder}/planner/${family}`
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tim'))
    .map((file) => ({
      name: file.slice(0, -4),
      number: Number(/(\d+)\.tim$/.exec(file)![1]),
      text: readFileSync(`${folder}/${file}`, 'utf8'),
    }))
    .sort((a, b) => a.number - b.number)
}

/** One checked run; throws when the engine and the independent checker disagree. */
function runTimetable(
  name: string,
  text: string,
  seed: number,
  cpu: number,
): { softCost: number; distance: number; feasibleAfter: number } {
  const problem = readTim(text)
  const plan = planEnrolment(problem, seed, limitsFor(cpu, cpuClock))
  const verdict = judgeEnrolment(problem, plan)
  if (verdict.violations.length > 0 || verdict.softCost !== plan.softCost)
    throw new Error(`${name}: the checker disagrees: ${verdict.violations[0]}`)
  return { ...verdict, feasibleAfter: plan.feasibleAfter }
}

/** Every instance feasible within two CPU seconds on every seed. */
function feasible({ seeds, short }: Settings): Figure[] {
  const instances = instancesOf('itc2007').filter((_, i) => !short || i % 4 === 1)
  const runs = instances.flatMap(({ text }) => {
    const problem = readTim(text)
    return Array.from({ length: seeds ?? (short ? 1 : 5) }, (_, seed) => {
      const begun = cpuClock()
      const plan = planEnrolment(problem, seed + 1, limitsFor(4, cpuClock), 'place')
      const seconds = cpuClock() - begun
      const { violations, distance } = judgeEnrolment(problem, plan)
      return violations.length === 0 && distance === 0 ? seconds : Number.POSITIVE_INFINITY
    })
  })
  return [atMost(`feasible at the latest after (${runs.length} runs)`, Math.max(...runs), 'CPU-s', 2)]
}

/** Soft cost against the best published mean of each instance (31 runs of 190 s), with which a short run is not compared. */
function* quality(family: 'itc2007' | 'itc2002', { cpu, seeds, short }: Settings): Generator<Figure> {
  const reference = JSON.parse(readFileSync(`${dataFolder}/planner/${family}/reference.json`, 'utf8')) as Reference
  const published = Object.values(reference.mean)
  const figures: Figure[] = []
  const seconds = cpu ?? (short ? 3 : 60)
  for (const { name, number, text } of instancesOf(family).filter((_, i) => !short || i === 4)) {
    const runs = Array.from({ length: seeds ?? (short ? 1 : 5) }, (_, seed) =>
      runTimetable(name, text, seed + 1, seconds),
    )
    const label = `${name}, ${seconds} CPU-s: ${runs.map((run) => run.softCost).join(' ')}`
    const value = mean(runs.map((run) => run.softCost))
    if (short) return yield figure(label, value, 'mean soft cost')
    const best = Math.min(...published.map((row) => row[number - 1] ?? Number.POSITIVE_INFINITY))
    figures.push(atMost(label, value, 'mean soft cost', best))
    yield figures.at(-1)!
  }
  const average = Math.min(
    ...published.map((row) =>
      mean(instancesOf(family).map(({ number }) => row[number - 1] ?? Number.POSITIVE_INFINITY)),
    ),
  )
  const overall = mean(figures.map(({ value }) => value))
  const reached = figures.filter(({ ok }) => ok).length
  const isLong = family === 'itc2007' && seconds >= 60
  const share = isLong ? 0.6 : 1
  yield atMost(`${family}: mean over all`, overall, 'mean soft cost', share * average)
  if (isLong) yield atLeast('at or below the best published mean', reached, 'instances', 15)
}

/** LambdaConf 2015: clashes of bookmarks; the reference is 532 by HiGHS in 120 s. */
function bookmarks({ short }: Settings): Figure[] {
  const problem = lambdaConf()
  planConference(problem, 99, { work: 200_000_000 })
  return (
    [
      [0.1, 422],
      [2, 420],
    ] as const
  ).map(([cpu, target]) => {
    const clashes = Array.from({ length: short ? 3 : 10 }, (_, seed) => {
      const plan = planConference(problem, seed + 1, limitsFor(cpu, cpuClock))
      const verdict = judgeConference(problem, plan.placements)
      if (verdict.bookmarkClashes !== plan.cost || verdict.violations.length > 0)
        throw new Error('the checker disagrees')
      return plan.cost
    })
    return atMost(
      `LambdaConf, ${cpu} CPU-s, warm, median of ${clashes.length}`,
      quantile(clashes, 0.5),
      'clashes',
      target,
    )
  })
}

/** Timefold's 72 talks with all 36 constraints, scored by the checker; lost points, hard constraints kept. */
function timefold({ short }: Settings): Figure[] {
  const text = readFileSync(`${dataFolder}/planner/timefold/72talks-12timeslots-10rooms.json`, 'utf8')
  const problem = JSON.parse(text) as TimefoldProblem
  planTimefold(problem, 99, { work: 100_000_000 })
  const goals = [
    [0.15, 1_025_250],
    [0.5, 806_745],
    [5, 750_000],
  ] as const
  return goals.slice(0, short ? 2 : 3).map(([cpu, target]) => {
    const lost = Array.from({ length: cpu > 1 ? 3 : 10 }, (_, seed) => {
      const { hard, soft } = scoreTimefold(problem, planTimefold(problem, seed + 1, limitsFor(cpu, cpuClock)))
      return hard < 0 ? Number.POSITIVE_INFINITY : -soft
    })
    return atMost(`72 talks, ${cpu} CPU-s, warm, median of ${lost.length}`, quantile(lost, 0.5), 'points lost', target)
  })
}

/** From empty to feasible, everything included but reading the file. Nothing is published, so that `repair` only places. */
function scale({ short }: Settings): Figure[] {
  const fosdem = toProblem(readCompact('fosdem-2026'), false)
  const figures = (
    [
      ['FOSDEM 2026', fosdem, 3],
      ['SIAM CSE23', siam(), 5],
    ] as const
  ).map(([name, problem, target]) => {
    const begun = cpuClock()
    const full = planConference(problem, 1, limitsFor(2 * target, cpuClock), 'repair')
    const verdict = judgeConference(problem, full.placements)
    const ok = verdict.violations.length === 0 && full.unplaced.length === 0
    return atMost(`${name} from empty to feasible`, ok ? cpuClock() - begun : Number.POSITIVE_INFINITY, 'CPU-s', target)
  })
  if (short) return figures
  const begun = cpuClock()
  const large = madeUpConference({ sessions: 5_000, rooms: 100, days: 5, slotsPerDay: 12, attendees: 50_000 }, 1)
  const made = cpuClock()
  const plan = planConference(large, 1, limitsFor(60 - (made - begun), cpuClock), 'repair')
  const verdict = judgeConference({ ...large, bookmarks: [] }, plan.placements)
  const ok = verdict.violations.length === 0 && plan.unplaced.length === 0
  const seconds = ok ? plan.feasibleAfter : Number.POSITIVE_INFINITY
  figures.push(atMost('5,000 sessions, 100 rooms, 50,000 attendees: feasible after', seconds, 'CPU-s', 60))
  figures.push(atMost('… memory', process.resourceUsage().maxRSS / 1e6, 'GB', 2))
  return figures
}

/** Evaluated moves per CPU second, construction included. */
function throughput({ short }: Settings): Figure[] {
  const seconds = short ? 4 : 10
  const [first] = instancesOf('itc2007')
  let begun = cpuClock()
  const timetable = planEnrolment(readTim(first!.text), 1, limitsFor(seconds, cpuClock))
  const rate = timetable.evaluated / (cpuClock() - begun)
  const own = madeUpConference({ sessions: 200, rooms: 10, days: 3, slotsPerDay: 8, attendees: 500 }, 1)
  begun = cpuClock()
  const plan = planConference(own, 1, limitsFor(seconds, cpuClock))
  const ownRate = plan.evaluated / (cpuClock() - begun)
  return [
    atLeast('ITC-2007-1', rate, 'moves/CPU-s', 500_000),
    atLeast('own model, 200 sessions, all constraints', ownRate, 'moves/CPU-s', 1_000_000),
  ]
}

/** The sets by name, with where their references come from; figures come as they are measured, for a whole set takes up to 80 minutes. */
export const sets: Readonly<
  Record<string, { readonly source: string; run(settings: Settings): Iterable<Figure> | Promise<Iterable<Figure>> }>
> = {
  feasible: { source: 'ITC-2007 finals: no finalist was feasible on every run', run: feasible },
  itc2007: {
    source: 'best mean of five papers, 31 runs of 190 s: Goh, Kendall, Sabar, JORS 70(6) 2019, table 11',
    run: (settings) => quality('itc2007', settings),
  },
  itc2002: {
    source: 'best mean of the papers in Goh, Kendall, Sabar 2019, table 10; the overall target is SAR 2017',
    run: (settings) => quality('itc2002', settings),
  },
  bookmarks: { source: 'HiGHS 1.15.3: 532 after 120 s; simulated annealing prototype: 420 after 5 s', run: bookmarks },
  cosplib: {
    source: 'CoSPLib: its hyper-heuristic after 180 s, and the solutions it ships, by its own evaluator',
    run: cosplibFigures,
  },
  replan: {
    source: 'fewest moves by HiGHS 1.15.3; histories: what people moved between the published states',
    run: replanFigures,
  },
  timefold: {
    source: 'score targets in the regression tests of OptaPlanner and Timefold, about 5 s each',
    run: timefold,
  },
  scale: { source: 'FOSDEM is planned by hand, SIAM CSE23 by a genetic algorithm in C++', run: scale },
  throughput: { source: 'OptaPlanner conference example: 1,250 moves/s (2022)', run: throughput },
}
