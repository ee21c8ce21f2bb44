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

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Whether every room can be filled, session by session, with the tracks one after the other, where `fits` allows each its sessions. */
function canFill(
  rooms: number,
  sessions: number,
  tracks: readonly number[],
  fits: (track: number, from: number, end: number) => boolean,
  from = 0,
): boolean {
  if (from === sessions) return rooms === 1 || canFill(rooms - 1, sessions, tracks, fits)
  const ends = Array.from({ length: sessions - from }, (_, i) => from + i + 1)
  return tracks.some((track) => {
    const others = tracks.filter((one) => one !== track)
    return ends.some((end) => fits(track, from, end) && canFill(rooms, sessions, others, fits, end))
  })
}

test('on N2OR nothing is better than a cost of 1', () => {
  const { tracks, submissions, sessions, rooms, weights } = readCosplib(read('N2OR.xlsx'))
  const wishes = ['parallel-tracks', 'rooms-per-track', 'consecutive-tracks', 'submissions-sessions'] as const
  expect(wishes.map((wish) => weights[wish])).toEqual([1, 1, 1, 1])
  const own = tracks.map((_, track) => submissions.filter((submission) => submission.track === track))
  const needs = own.map((list) => sum(list.map(({ slots }) => slots)))
  // No slot is left over: at no cost each track fills sessions of one room, one after the other, to their last slot.
  expect(sum(needs)).toBe(sum(sessions.map(({ slots }) => slots)) * rooms.length)
  const fills = (track: number, from: number, end: number) =>
    sum(sessions.slice(from, end).map(({ slots }) => slots)) === needs[track]
  const pleases = (track: number, from: number, end: number) =>
    fills(track, from, end) && own[track]!.every((one) => one.sessions.slice(from, end).includes(0))
  const all = [...tracks.keys()]
  expect(canFill(rooms.length, sessions.length, all, fills)).toBe(true)
  expect(canFill(rooms.length, sessions.length, all, pleases)).toBe(false)
})
