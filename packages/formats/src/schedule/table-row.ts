import type { Cell, TableRow } from '../table/types.ts'
import { cleanLine } from '../text/clean.ts'
import { type Place, type ProblemList, quoted } from './problems.ts'
import type { ColumnIndex, TableField } from './table-columns.ts'

/** One row of a programme table, read by what its columns hold. */
export class SessionRow {
  readonly #row: TableRow
  readonly #columns: ColumnIndex
  readonly #header: readonly string[]
  readonly #problems: ProblemList

  constructor(row: TableRow, table: { columns: ColumnIndex; header: readonly string[]; problems: ProblemList }) {
    this.#row = row
    this.#columns = table.columns
    this.#header = table.header
    this.#problems = table.problems
  }

  has(field: TableField): boolean {
    return this.#columns.has(field)
  }

  cell(field: TableField): Cell {
    return this.#row.cells[this.#columns.get(field) ?? -1] ?? null
  }

  text(field: TableField): string | undefined {
    return cellText(this.cell(field))
  }

  line(field: TableField): string | undefined {
    return cleanLine(this.text(field))
  }

  place(field: TableField): Place {
    return { line: this.#row.line, field: this.#header[this.#columns.get(field) ?? -1] ?? field }
  }

  /** Only this field is filled in. */
  holdsOnly(field: TableField): boolean {
    const filled = [...this.#columns.keys()].filter((key) => this.line(key) !== undefined)
    return filled.length === 1 && filled[0] === field
  }

  /** The value of a field that is filled in; an error with `code` when it is not what it should be. */
  value<T>(field: TableField, read: (cell: Cell) => T | undefined, code: string, what: string): T | undefined {
    if (this.line(field) === undefined) return undefined
    const found = read(this.cell(field))
    if (found === undefined) this.error(code, `${quoted(this.text(field))} is not ${what}`, field)
    return found
  }

  error(code: string, message: string, field: TableField): void {
    this.#problems.error(code, message, this.place(field))
  }
}

/** The text of a cell as a person would read it; dates in ISO 8601. */
export function cellText(cell: Cell): string | undefined {
  if (cell === null) return undefined
  if (!(cell instanceof Date)) return String(cell)
  return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString()
}
