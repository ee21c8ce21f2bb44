import { readSheet } from 'read-excel-file/universal'
import writeExcelFile from 'write-excel-file/node'
import { type Cell, maximumRows, type TableResult } from './types.ts'

const maximumUnpackedBytes = 128 * 1024 * 1024
/** Excel itself stores no more in one cell. */
const maximumCellLength = 32_767

/**
 * Reads the first sheet of a workbook. Never throws; refuses what unpacks to more than 128 MiB before unpacking it.
 * Formulas count with their stored result.
 */
export async function readXlsx(bytes: Uint8Array): Promise<TableResult> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) return { kind: 'refused', code: 'xlsx.malformed', message: 'The file is not a workbook' }
  if (unpacked > maximumUnpackedBytes) {
    return { kind: 'refused', code: 'file.too_large', message: 'The workbook unpacks to more than 128 MiB' }
  }
  try {
    const data: readonly (readonly unknown[])[] = await readSheet(new Uint8Array(bytes).buffer, { trim: false })
    if (data.length > maximumRows) {
      return { kind: 'refused', code: 'table.too_long', message: `More than ${maximumRows} rows` }
    }
    const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellOf) }))
    return { kind: 'read', rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) }
  } catch (cause) {
    const message = `The workbook cannot be read: ${cause instanceof Error ? cause.message.slice(0, 200) : 'unknown reason'}`
    return { kind: 'refused', code: 'xlsx.malformed', message }
  }
}

/** Writes a workbook with one sheet: bold header that stays in view, text as text (never a formula), dates as dates. */
export async function writeXlsx(sheet: {
  readonly name: string
  readonly header: readonly string[]
  /** Widths in characters, in the order of the header. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}): Promise<Uint8Array> {
  const header = sheet.header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const rows = sheet.rows.map((row) => row.map(excelCell))
  const workbook = writeExcelFile([header, ...rows], {
    sheet:
      sheet.name
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .slice(0, 31)
        .trim() || 'Tabelle',
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  })
  return workbook.toBuffer()
}

function excelCell(value: Cell) {
  if (value === null || value === '') return null
  if (value instanceof Date) return { value, type: Date, format: 'dd.mm.yyyy' }
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value, type: Boolean }
  // The library looks texts up in a plain object; a space keeps "constructor" from being found there before it is written.
  const text = value in Object.prototype ? `${value} ` : value
  return {
    value: escaped(text.slice(0, maximumCellLength).toWellFormed()),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
  }
}

/**
 * A text in which nothing looks like a character reference that is none (`ST_Xstring`, ECMA-376 part 1, 22.9.2.19). The library
 * would leave U+FFFD out, so that is written as one.
 */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_').replaceAll('\ufffd', '_xFFFD_')
}

function cellOf(value: unknown): Cell {
  const isCell =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
  return isCell && value !== '' ? value : null
}

/** Sum of the unpacked sizes in a ZIP file's central directory (PKWARE APPNOTE 4.3.12); `undefined` if there is none. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined
  let offset = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== 0x02014b50) return undefined
    total += view.getUint32(offset + 24, true)
    const variable =
      view.getUint16(offset + 28, true) + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true)
    offset += 46 + variable
  }
  return total
}
