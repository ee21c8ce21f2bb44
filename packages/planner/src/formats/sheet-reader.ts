import { ProblemError } from '../problem-error.ts'
import type { Sheet } from './workbook.ts'

/** Reads one sheet and says where in it something is wrong. */
export class SheetReader {
  readonly name: string
  readonly rows: Sheet

  constructor(name: string, sheet: Sheet | undefined) {
    if (!sheet) throw new ProblemError('sheet-missing', { sheet: name })
    this.name = name
    this.rows = sheet
  }

  wrong(row: number, column: number, expected: string): ProblemError {
    const found = this.rows[row]?.[column] ?? ''
    return new ProblemError('cell-wrong', { sheet: this.name, row: row + 1, column: column + 1, expected, found })
  }

  text(row: number, column: number): string {
    const value = this.rows[row]?.[column] ?? null
    if (value === null) throw this.wrong(row, column, 'a text')
    return String(value)
  }

  /** A whole number of at least `least`; an empty cell is `empty`, or wrong when there is none. */
  whole(row: number, column: number, least: number, empty?: number): number {
    const value = this.rows[row]?.[column] ?? empty
    const number = typeof value === 'string' ? Number(value) : value
    if (number === undefined || !Number.isInteger(number) || number < least)
      throw this.wrong(row, column, `a whole number of at least ${least}`)
    return number
  }

  /** What is not to be: 0 and more, nothing is 0. */
  penalty(row: number, column: number): number {
    const value = Number(this.rows[row]?.[column] ?? 0)
    if (!Number.isFinite(value) || value < 0) throw this.wrong(row, column, 'a number of at least 0')
    return value
  }

  /** Names separated by a comma and a space. */
  names(row: number, column: number): string[] {
    const value = this.rows[row]?.[column] ?? null
    return value === null ? [] : String(value).split(', ')
  }

  /** Minutes of the day: a time of the spreadsheet (part of a day), or a text like 09:30. */
  time(row: number, column: number): number {
    const value = this.rows[row]?.[column] ?? null
    if (typeof value === 'number') return Math.round((value % 1) * 1440)
    const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(value ?? '') ?? []
    if (hours === undefined) throw this.wrong(row, column, 'a time')
    return Number(hours) * 60 + Number(minutes)
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

export function find(index: ReadonlyMap<string, number>, kind: string, id: string, where: string): number {
  const found = index.get(id)
  if (found === undefined) throw new ProblemError('id-unknown', { kind, id, where })
  return found
}
