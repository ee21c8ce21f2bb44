import { expect, test } from 'vitest'
import { readSln, readTim, writeSln } from './tim.ts'

const grid = (rows: number, columns: number, of: (row: number, column: number) => number): string =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => of(r, c)).join('\n')).join('\n')

const early = `2 1 1 2\n30\n${grid(2, 2, (s, e) => Number(s === e))}\n1\n${grid(2, 1, (e) => e)}\n`
const late = `${early}${grid(2, 45, (_, slot) => Number(slot < 9))}\n0 1\n-1 0\n`

test('a file of 2002 has every slot and no order', () => {
  expect(readTim(early)).toMatchObject({
    events: 2,
    capacity: [30],
    enrolments: [[0], [1]],
    eventFeatures: [[], [0]],
    order: [],
  })
  expect(readTim(early).available[0]).toHaveLength(45)
})

test('a file of 2007 has availability and order', () => {
  const problem = readTim(late)
  expect(problem.order).toEqual([[0, 1]])
  expect(problem.available[1]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test.each([
  ['0 1 -1 0', [[0, 1]]],
  ['0 1 0 0', [[0, 1]]],
  ['0 0 -1 0', [[0, 1]]],
  ['0 -1 1 0', [[1, 0]]],
  ['0 0 0 0', []],
  ['0 1 1 0', [[0, 1], [1, 0]]],
])('the order %s is read from either of its entries: %j', (entries, order) => {
  expect(readTim(late.replace('0 1\n-1 0\n', entries)).order).toEqual(order)
}) // biome-ignore format: one case a line

test('a file cut off anywhere is named as cut off, or is of 2002', () => {
  const words = late.trim().split(/\s+/)
  for (let kept = 4; kept < words.length; kept++) {
    if (kept === early.trim().split(/\s+/).length) continue
    expect(() => readTim(words.slice(0, kept).join(' '))).toThrow(`file-ends`)
  }
})

test('a solution survives writing and reading, events left out included', () => {
  const plan = { slot: [3, -1], room: [0, -1] }
  expect(writeSln(plan)).toBe('3 0\n-1 -1\n')
  expect(readSln(writeSln(plan), readTim(late))).toEqual(plan)
})

test.each([
  ['2 1 1', 'file-ends: what number of students, number 4'],
  ['2 -1 1 2', 'file-number-wrong: what number of rooms, number 2, found -1, least 0, most 1000'],
  [early.replace('30', 'many'), 'file-number-wrong: what seats of a room, number 5, found many, least 0, most 1000000'],
  [`${late} 7 7`, 'file-goes-on: left 2'],
])('a broken file is named by what is broken', (text, message) => {
  expect(() => readTim(text)).toThrow(message)
})

test('a solution with a slot that does not exist is named', () => {
  expect(() => readSln('45 0\n0 0\n', readTim(late))).toThrow('slot of event 0')
})
