import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scoreCosplib } from './checker/cosplib.ts'
import { planCosplib } from './cosplib/plan.ts'
import { readCosplib } from './formats/cosplib.ts'
import { readCosplibPlan } from './formats/cosplib-plan.ts'

const shared = process.env.FACHTAG_SHARED ?? new URL('../../../../shared', import.meta.url).pathname
const read = (path: string): Buffer => readFileSync(`${shared}/data/planner/cosplib/${path}`)

/** What CoSPLib's own evaluator says of the solutions it ships (table 3.2 of the reference). */
test.each([
  ['N2OR', 'Exact', 2],
  ['N2OR', 'Extended', 2],
  ['GECCO19', 'Exact', 1_000_116],
  ['GECCO19', 'Extended', 2_000_007],
  ['GECCO20', 'Exact', 6_298],
  ['GECCO20', 'Extended', 7_768],
  ['GECCO21', 'Exact', 11_280],
  ['GECCO21', 'Extended', 11_130],
  ['OR60F', 'Exact', 1_664],
  ['OR60F', 'Extended', 433],
])('%s, %s model: the checker scores it as the library does', (name, model, objective) => {
  const problem = readCosplib(read(`${name}.xlsx`))
  const plan = readCosplibPlan(read(`solutions/${model} Model/${name}Solution.xlsx`), problem)
  expect(scoreCosplib(problem, plan)).toMatchObject({ objective, broken: [] })
})

test.each([
  ['N2OR', 1],
  ['GECCO20', 6_298],
  ['GECCO21', 11_049],
  ['OR60F', 433],
])('%s is planned at least as well as by the library, in a moment', (name, reference) => {
  const problem = readCosplib(read(`${name}.xlsx`))
  const plan = planCosplib(problem, 1, { work: 700_000_000 })
  const { objective, broken } = scoreCosplib(problem, plan)
  expect(broken).toEqual([])
  expect(objective).toBe(plan.cost)
  expect(objective).toBeLessThanOrEqual(reference)
})
