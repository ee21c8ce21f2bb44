import { readFileSync } from 'node:fs'
import { scoreCosplib } from '@fachtag/planner/checker/cosplib'
import { planCosplib } from '@fachtag/planner/cosplib/plan'
import { readCosplib } from '@fachtag/planner/formats/cosplib'
import { limitsFor } from '@fachtag/planner/search/work'
import { dataFolder } from './planner-conferences.ts'
import { atMost, cpuClock, type Settings } from './planner-settings.ts'
import { type Figure, quantile } from './report.ts'

/**
 * The best that the library has for each conference: its hyper-heuristic after 180 s (one seed, on the machine of the README) and
 * the solutions of its exact and extended integer programs that it ships, scored by its own evaluator.
 */
const references = [
  { name: 'N2OR', hyperHeuristic: 1, shipped: 2 },
  { name: 'GECCO19', hyperHeuristic: 50_101, shipped: 1_000_116 },
  { name: 'GECCO20', hyperHeuristic: 7_768, shipped: 6_298 },
  { name: 'GECCO21', hyperHeuristic: 11_049, shipped: 11_130 },
  { name: 'ISF22', hyperHeuristic: 203_830, shipped: Number.POSITIVE_INFINITY },
  { name: 'OR60F', hyperHeuristic: 2_612, shipped: 433 },
]

/** Every seed on every conference against the better of the two; each plan is scored by the port of the library's evaluator. */
export function cosplibFigures({ cpu, seeds, short }: Settings): Figure[] {
  const seconds = cpu ?? (short ? 1 : 10)
  return references.map(({ name, hyperHeuristic, shipped }) => {
    const problem = readCosplib(readFileSync(`${dataFolder}/planner/cosplib/${name}.xlsx`))
    const objectives = Array.from({ length: seeds ?? (short ? 1 : 3) }, (_, seed) => {
      const plan = planCosplib(problem, seed + 1, limitsFor(seconds, cpuClock))
      const { objective, broken } = scoreCosplib(problem, plan)
      if (broken.length > 0 || objective !== plan.cost) throw new Error(`${name}: the checker disagrees: ${broken[0]}`)
      return objective
    })
    const label = `${name}, ${seconds} CPU-s, median ${quantile(objectives, 0.5)}, worst of ${objectives.length}`
    return atMost(label, Math.max(...objectives), 'objective', Math.min(hyperHeuristic, shipped))
  })
}
