import { expect, test } from 'vitest'
import { cosplibWorkbook } from '../../test/cosplib-workbook.ts'
import { scoreCosplib } from '../checker/cosplib.ts'
import { madeUpConference } from '../conference/made-up.ts'
import { madeUpCosplib } from '../cosplib/made-up.ts'
import { readCosplibPlan } from '../formats/cosplib-plan.ts'
import { writeWorkbook } from '../formats/workbook.ts'
import { madeUpTimefold } from '../timefold/made-up.ts'
import { readArguments } from './arguments.ts'
import { run } from './run.ts'
import { tell } from './sentences.ts'

const clock = (): number => 0

async function planBytes(bytes: Uint8Array, ...words: string[]) {
  const outcome = await run(bytes, readArguments(words), clock)
  return { plan: outcome.plan, report: outcome.report.map((one) => tell(one)) }
}
const plan = (text: string, ...words: string[]) => planBytes(new TextEncoder().encode(text), ...words)
const problem = madeUpConference({ sessions: 10, rooms: 3, days: 2, slotsPerDay: 5, attendees: 5 }, 1)

test('options have defaults', () => {
  expect(readArguments(['p.json'])).toEqual({
    problem: 'p.json',
    cpuSeconds: 10,
    work: undefined,
    seed: 1,
    out: undefined,
    report: false,
    repair: false,
  })
})

test.each([
  [['p.json', '--cpu', 'soon'], 'argument-wrong: name cpu, found soon, least 0.01'],
  [['p.json', '--cpu', '0'], 'argument-wrong: name cpu, found 0, least 0.01'],
  [['p.json', '--cpu', '1e999'], 'argument-wrong: name cpu, found 1e999'],
  [['p.json', '--seed=-1'], 'argument-wrong: name seed, found -1, least 0'],
  [['p.json', '--seed', '1.5'], 'argument-no-whole-number: name seed, found 1.5'],
  [['p.json', '--seed', '1e16'], 'argument-no-whole-number: name seed, found 1e16'],
  [['p.json', '--work', ''], 'argument-wrong: name work, found , least 1'],
  [[], 'argument-missing: name PROBLEM'],
  [['a.json', 'b.json'], 'argument-missing: name PROBLEM'],
])('wrong options are named: %j', (words, message) => {
  expect(() => readArguments(words)).toThrow(message)
})

test('a conference is planned and reported wish by wish', async () => {
  const { plan: text, report } = await plan(JSON.stringify(problem), 'p.json', '--work', '5e6', '--report')
  expect(JSON.parse(String(text)).placements).toHaveLength(10)
  expect(report[0]).toMatch(/^10 sessions placed, 0 without a place/)
  expect(report.at(-1)).toMatch(/% of bookmarks can be attended$/)
})

test('the reason why a session has no place is part of the report', async () => {
  const small = { ...problem, sessions: [...problem.sessions, { id: 'crowd', minutes: 60, seats: 100_000 }] }
  const { report } = await plan(JSON.stringify(small), 'p.json', '--work', '2e6', '--report')
  expect(report).toContain('crowd has no place: seats')
})

test('of many reasons the first are named and the rest counted', async () => {
  const sessions = Array.from({ length: 12 }, (_, i) => ({
    id: `s${i}`,
    minutes: 5,
    fixed: { start: `2030-05-06T09:${String(5 * i).padStart(2, '0')}`, room: 'den' },
  }))
  const full = {
    days: [{ from: '2030-05-06T09:00', to: '2030-05-06T10:00' }],
    rooms: [{ id: 'den' }],
    sessions: [...sessions, { id: 'late', minutes: 5 }],
  }
  const { report } = await plan(JSON.stringify(full), 'p.json', '--work', '1e5', '--report')
  expect(report.find((line) => line.startsWith('late has no place'))).toMatch(/session s0 \+ .*session s7 \+ … \(4\)$/)
})

test('a timetable is written as the competition wants it', async () => {
  const ones = (count: number): string => '1 '.repeat(count)
  const { plan: text, report } = await plan(`1 1 1 1 5 ${ones(3)} ${ones(45)} 0`, 'x.tim', '--work', '1e6')
  expect(text).toMatch(/^\d+ 0\n$/)
  expect(report[0]).toBe('soft cost 1, distance to feasibility 0')
})

test('a timetable that cannot be says so, and why', async () => {
  const ones = (count: number): string => '1 '.repeat(count)
  const only = (slot: number): string => Array.from({ length: 45 }, (_, s) => Number(s === slot)).join(' ')
  const { report } = await plan(`2 1 1 1 5 ${ones(5)} ${only(3)} ${only(3)} 0 0 0 0`, 'x.tim', '--work', '1e6')
  expect(report[0]).toBe('soft cost 1, distance to feasibility 1')
  expect(report[1]).toMatch(/^without a place: events [01]$/)
  expect(report).toContain('the events of student 0 cannot all have different slots: at least 1 must stay out')
  expect(report).toContain('slots and rooms do not suffice, whoever attends: at least 1 must stay out')
})

test.each([
  ['{', 'json-wrong'],
  ['[]', 'format-unknown: file p.json'],
  ['null', 'format-unknown: file p.json'],
  ['{"events": []}', 'format-unknown: file p.json'],
  ['{"sessions": []}', 'field-missing: field days'],
  ['{"talks": []}', 'field-missing: field name'],
])('a file that holds no problem is named as such: %s', async (text, message) => {
  await expect(plan(text, 'p.json', '--work', '1')).rejects.toThrow(message)
})

test('a problem of Timefold comes back with slots and rooms, scored by the checker', async () => {
  const made = madeUpTimefold(12, 1)
  const { plan: text, report } = await plan(JSON.stringify(made), 'x.json', '--work', '5e6')
  const talks = JSON.parse(String(text)).talks as { slot: number; room: number }[]
  expect(talks.every(({ slot, room }) => Number.isInteger(slot) && Number.isInteger(room))).toBe(true)
  expect(report[0]).toMatch(/^score -?\d+hard\/-?\d+soft/)
})

test('a workbook of CoSPLib comes back as one of its solutions, with what each wish costs', async () => {
  const made = madeUpCosplib(20, 4)
  const workbook = writeWorkbook(cosplibWorkbook(made))
  const { plan: bytes, report } = await planBytes(workbook, 'C.XLSX', '--work', '5e6', '--report')
  const { objective, costs, broken } = scoreCosplib(made, readCosplibPlan(bytes as Uint8Array, made))
  expect(broken).toEqual([])
  expect(report[0]).toMatch(`objective ${objective}, 0 without a place`)
  for (const [wish, cost] of Object.entries(costs)) if (cost > 0) expect(report).toContain(`${wish}: ${cost}`)
})
