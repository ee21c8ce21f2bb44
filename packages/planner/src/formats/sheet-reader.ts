import { ProblemError } from '../problem-error.ts'
import type { Sheet } from './workbook.ts'

const minutesPerDay = 1440

/** Reads one sheet and says where in it something is wrong. */
export class SheetReader {
  readonly name: string
  readonly rows: Sheet

  constructor(name: string, sheet: Sheet | undefined) {
    if (!sheet) throw new ProblemError('sheet-missing', { sheet: name })
    this.name = name
    this.rows = sheet
  }

  /** A cell as an error names it. */
  #at(row: number, column: number) {
    return { sheet: this.name, row: row + 1, column: column + 1, found: this.rows[row]?.[column] ?? '' }
  }

  /** What stands in the cell, as a text. Throws ProblemError `cell-empty`. */
  text(row: number, column: number): string {
    const value = this.rows[row]?.[column] ?? null
    if (value === null) throw new ProblemError('cell-empty', this.#at(row, column))
    return String(value)
  }

  /** A whole number of at least `least`; an empty cell is `empty`, or wrong when there is none. Throws ProblemError `cell-no-whole-number`. */
  whole(row: number, column: number, least: number, empty?: number): number {
    const value = this.rows[row]?.[column] ?? empty
    const number = typeof value === 'string' ? Number(value) : value
    if (number === undefined || !Number.isInteger(number) || number < least)
      throw new ProblemError('cell-no-whole-number', { ...this.#at(row, column), least })
    return number
  }

  /** What is not to be: 0 and more, nothing is 0. Throws ProblemError `cell-no-penalty`. */
  penalty(row: number, column: number): number {
    const value = Number(this.rows[row]?.[column] ?? 0)
    if (!Number.isFinite(value) || value < 0) throw new ProblemError('cell-no-penalty', this.#at(row, column))
    return value
  }

  /** Names separated by a comma and a space. */
  names(row: number, column: number): string[] {
    const value = this.rows[row]?.[column] ?? null
    return value === null ? [] : String(value).split(', ')
  }

  /** Minutes of the day: a time of the spreadsheet (part of a day), or a text like 09:30. Throws ProblemError `cell-no-time`. */
  time(row: number, column: number): number {
    const value = this.rows[row]?.[column] ?? null
    if (typeof value === 'number' && value >= 0) return Math.round((value % 1) * minutesPerDay)
    const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)/.exec(String(value)) ?? []
    const time = Number(hours) * 60 + Number(minutes)
    if (!(time <= minutesPerDay)) throw new ProblemError('cell-no-time', this.#at(row, column))
    return time
  }

  /** Indices of the rows below the header that have a name. */
  get filled(): number[] {
    return this.rows.flatMap((row, i) => (i > 0 && (row[0] ?? null) !== null ? [i] : []))
  }
}

/** Where each name stands in a list; throws for a name that stands there twice. */
export function indexOf(sheet: string, names: readonly string[]): Map<string, number> {
  const index = new Map<string, number>()
  names.forEach((name, i) => {
    if (index.has(name)) throw new ProblemError('id-twice', { kind: sheet, id: name })
    index.set(name, i)
  })
  return index
}

/** Where `id` stands in the list behind `index`. Throws ProblemError `id-unknown`, which names `where` it is used. */
export function find(index: ReadonlyMap<string, number>, kind: string, id: string, where: string): number {
  const found = index.get(id)
  if (found === undefined) throw new ProblemError('id-unknown', { kind, id, where })
  return found
}
