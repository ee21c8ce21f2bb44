import { ProblemError } from '../problem-error.ts'
import { readZip, writeZip } from './zip.ts'

/** Times are parts of a day, dates are days since 1899-12-30, as the file has them. */
export type Cell = string | number | null
export type Sheet = readonly (readonly Cell[])[]
/** Sheets by name, in their order. */
export type Workbook = ReadonlyMap<string, Sheet>

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'

/** The most that a sheet has (ECMA-376; Microsoft, Excel specifications and limits). */
const mostRows = 1_048_576
const mostColumns = 16_384

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? plain(found[1]!) : undefined
}

/** The text of an element with runs: all its `t` elements, phonetic hints left out. */
const textOf = (xml: string): string =>
  [...xml.replaceAll(/<rPh[\s>].*?<\/rPh>/gs, '').matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs)]
    .map(([, text]) => plain(text!))
    .join('')

/**
 * Reads the cells of an Excel workbook (ECMA-376, part 1, chapter 18): texts, numbers and stored results of formulas. Throws
 * ProblemError: those of `readZip`, `workbook-part-missing`, and `workbook-cell-wrong` for a cell without a place.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const files = readZip(bytes)
  const text = (path: string): string => {
    const file = files.get(path)
    if (!file) throw new ProblemError('workbook-part-missing', { part: path })
    return new TextDecoder().decode(file)
  }
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      (attribute(tag, 'Target') ?? '').replace(/^\/xl\/|^\//, ''),
    ]),
  )
  const strings = files.has('xl/sharedStrings.xml')
    ? [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, item]) => textOf(item ?? ''))
    : []
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'name') ?? '',
      readSheet(text(`xl/${targets.get(attribute(tag, 'r:id'))}`), strings),
    ]),
  )
}

function readSheet(xml: string, strings: readonly string[]): Sheet {
  const rows: Cell[][] = []
  for (const [, tag, content] of xml.matchAll(/<c(\s[^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(attribute(tag!, 'r') ?? '') ?? []
    const column = [...(letters ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const isPlace = column >= 0 && column < mostColumns && Number(number) >= 1 && Number(number) <= mostRows
    if (!isPlace) throw new ProblemError('workbook-cell-wrong', { cell: tag!.trim() })
    const value = cellValue(attribute(tag!, 't'), content ?? '', strings)
    if (value === null) continue
    while (rows.length < Number(number)) rows.push([])
    const row = rows[Number(number) - 1]!
    while (row.length < column) row.push(null)
    row[column] = value
  }
  return rows
}

function cellValue(type: string | undefined, content: string, strings: readonly string[]): Cell {
  if (type === 'inlineStr') return textOf(content) || null
  const value = /<v(?:\s[^>]*)?>(.*?)<\/v>/s.exec(content)?.[1]
  if (value === undefined) return null
  if (type === 's') return strings[Number(value)] || null
  return type === 'str' || type === 'e' || type === 'd' ? plain(value) || null : Number(value)
}

const quote = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in XML
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

function sheetXml(sheet: Sheet): string {
  const rows = sheet.map((row, r) => {
    const cells = row.map((value, column) => {
      if (value === null || value === '') return ''
      const place = `${columnName(column)}${r + 1}`
      if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
      return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${quote(value)}</t></is></c>`
    })
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  return `${header}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

/** Writes a workbook that any spreadsheet program reads. Texts stay texts, never formulas. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const names = [...workbook.keys()]
  const sheets = names.map((name, i) => `<sheet name="${quote(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const links = names.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = names.map(
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${content}.worksheet+xml"/>`,
  )
  return writeZip(
    new Map([
      [
        '[Content_Types].xml',
        `${header}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>${parts.join('')}</Types>`,
      ],
      [
        '_rels/.rels',
        `${header}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${header}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${header}<Relationships xmlns="${packageRelations}">${links.join('')}</Relationships>`,
      ],
      ...[...workbook.values()].map(
        (sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)] as [string, string],
      ),
    ]),
  )
}
