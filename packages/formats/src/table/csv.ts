import { type Cell, maximumColumns, maximumRows, type TableResult, type TableRow } from './types.ts'

/** Text that a spreadsheet would take for a formula, also after the apostrophes that protect it. */
const formula = /^'*[=+\-@\t\r\n]/

/**
 * Writes a table for Excel in Germany: UTF-8 with byte order mark, `;`, CRLF, everything quoted. Text that would run as a
 * formula gets an apostrophe before it (OWASP, CSV Injection); `readCsv` takes it away again. Numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}

function csvCell(cell: Cell): string {
  if (cell === null) return '""'
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
  const safe = typeof cell === 'string' && formula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/**
 * Reads CSV (RFC 4180) with `;`, `,` or tab, whichever the first line uses most outside of quotes. Never throws. Quotes that
 * do not end are refused with the line where they begin.
 */
export function readCsv(text: string): TableResult {
  const content = text.replace(/^\ufeff/, '')
  const scanner = new CsvScanner(content, delimiterOf(content))
  const rows: TableRow[] = []
  while (!scanner.isAtEnd) {
    const line = scanner.line
    const cells = scanner.readRow()
    if (!cells) {
      return { kind: 'refused', code: 'csv.quote_unclosed', message: 'A quoted text does not end', line: scanner.line }
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map(unprotected) })
    if (cells.length > maximumColumns) {
      return { kind: 'refused', code: 'table.too_wide', message: `More than ${maximumColumns} columns`, line }
    }
    if (rows.length > maximumRows) {
      return { kind: 'refused', code: 'table.too_long', message: `More than ${maximumRows} rows`, line }
    }
  }
  return { kind: 'read', rows }
}

function unprotected(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

function delimiterOf(text: string): string {
  const header =
    text
      .slice(0, 10_000)
      .replaceAll(/"[^"]*"/g, '')
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? ''
  const count = (delimiter: string) => header.split(delimiter).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0]!
}

class CsvScanner {
  line = 1
  readonly #text: string
  readonly #delimiter: string
  #position = 0

  constructor(text: string, delimiter: string) {
    this.#text = text
    this.#delimiter = delimiter
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#text.length
  }

  /** `undefined` when quotes do not end; `line` then tells where they begin. */
  readRow(): string[] | undefined {
    const cells: string[] = []
    for (;;) {
      const cell = this.#text[this.#position] === '"' ? this.#readQuoted() : this.#readPlain()
      if (cell === undefined) return undefined
      cells.push(cell)
      if (this.#text[this.#position] !== this.#delimiter || cells.length > maximumColumns) break
      this.#position++
    }
    if (this.#text[this.#position] === '\r') this.#position++
    if (this.#text[this.#position] === '\n') this.#position++
    this.line++
    return cells
  }

  #readPlain(): string {
    const start = this.#position
    while (!this.isAtEnd && ![this.#delimiter, '\r', '\n'].includes(this.#text[this.#position]!)) this.#position++
    return this.#text.slice(start, this.#position)
  }

  #readQuoted(): string | undefined {
    let content = ''
    let from = this.#position + 1
    for (;;) {
      const quote = this.#text.indexOf('"', from)
      if (quote < 0) return undefined
      content += this.#text.slice(from, quote)
      this.#position = quote + 1
      if (this.#text[this.#position] !== '"') break
      content += '"'
      from = this.#position + 1
    }
    this.line += content.split('\n').length - 1
    return content + this.#readPlain()
  }
}
