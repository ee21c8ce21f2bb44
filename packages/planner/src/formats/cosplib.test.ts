import { expect, test } from 'vitest'
import { cosplibWorkbook } from '../../test/cosplib-workbook.ts'
import { madeUpCosplib } from '../cosplib/made-up.ts'
import { planCosplib } from '../cosplib/plan.ts'
import { readCosplib } from './cosplib.ts'
import { readCosplibPlan, writeCosplibPlan } from './cosplib-plan.ts'
import { type Cell, readWorkbook, writeWorkbook } from './workbook.ts'

const problem = madeUpCosplib(14, 2)
const bytes = writeWorkbook(cosplibWorkbook(problem))

/** The workbook with one cell changed. */
function changed(sheet: string, row: number, column: number, value: Cell): Uint8Array {
  const book = new Map([...readWorkbook(bytes)].map(([name, rows]) => [name, rows.map((cells) => [...cells])]))
  book.get(sheet)![row - 1]![column - 1] = value
  return writeWorkbook(book)
}

test('a conference is read as it was written', () => {
  expect(readCosplib(bytes)).toEqual(problem)
})

test('times may be texts, numbers may be texts', () => {
  const text = changed('sessions', 2, 4, '09:00:00')
  expect(readCosplib(text)).toEqual(problem)
  expect(readCosplib(changed('sessions', 2, 2, String(problem.sessions[0]!.slots)))).toEqual(problem)
})

test('penalties need not be whole', () => {
  expect(readCosplib(changed('tracks_rooms|penalty', 2, 2, 0.5)).tracks[0]!.rooms[0]).toBe(0.5)
})

test('of two tracks the cell above the diagonal counts', () => {
  const { tracks } = readCosplib(changed('similar tracks', 2, 4, 7))
  expect([tracks[0]!.similar[2], tracks[2]!.similar[0]]).toEqual([7, 7])
  expect(readCosplib(changed('similar tracks', 4, 2, 7)).tracks[0]!.similar[2]).toBe(problem.tracks[0]!.similar[2])
})

test.each([
  ['sessions', 3, 2, 'many', 'cell-no-whole-number: sheet sessions, row 3, column 2, found many, least 1'],
  ['sessions', 3, 4, 'soon', 'cell-no-time: sheet sessions, row 3, column 4, found soon'],
  ['sessions', 3, 4, '25:00', 'cell-no-time: sheet sessions, row 3, column 4, found 25:00'],
  ['sessions', 3, 4, -0.5, 'cell-no-time: sheet sessions, row 3, column 4, found -0.5'],
  ['sessions', 3, 1, 'session 0', 'id-twice: kind session, id session 0'],
  ['submissions', 2, 2, 'nothing', 'id-unknown: kind track, id nothing, where submission submission 0'],
  ['submissions', 3, 1, 'submission 0', 'id-twice: kind submission, id submission 0'],
  ['submissions', 2, 3, 0, 'row 2, column 3, found 0, least 1'],
  ['submissions', 1, 8, 'elsewhen', 'id-unknown: kind session, id elsewhen, where submissions'],
  ['tracks_rooms|penalty', 2, 2, -1, 'sheet tracks_rooms|penalty, row 2, column 2'],
  ['tracks_sessions|penalty', 2, 1, 'other', 'id-unknown: kind track, id other, where tracks_sessions|penalty'],
  ['sessions_rooms|penalty', 1, 2, 'attic', 'id-unknown: kind room, id attic'],
  ['parameters', 2, 5, 0.5, 'sheet parameters, row 2, column 5'],
])('%s, row %i, column %i: %s is named', (sheet, row, column, value, message) => {
  expect(() => readCosplib(changed(sheet, row, column, value))).toThrow(message)
})

test('a missing sheet is named', () => {
  const book = new Map(readWorkbook(bytes))
  book.delete('rooms')
  expect(() => readCosplib(writeWorkbook(book))).toThrow('sheet-missing: sheet rooms')
})

test('a plan survives writing and reading; a stranger in it is named', () => {
  const { tracks, submissions } = planCosplib(problem, 1, { work: 1_000_000 })
  const written = writeCosplibPlan(problem, { tracks, submissions })
  expect(readCosplibPlan(written, problem)).toEqual({ tracks, submissions })
  const other = { ...problem, submissions: problem.submissions.map((s) => ({ ...s, name: `other ${s.name}` })) }
  expect(() => readCosplibPlan(written, other)).toThrow('id-unknown: kind submission, id submission')
})
