import { readCsv } from '../table/csv.ts'
import type { Cell, TableResult, TableRow } from '../table/types.ts'
import { readXlsx } from '../table/xlsx.ts'
import { cleanLine } from '../text/clean.ts'
import { ScheduleBuilder } from './builder.ts'
import { Fields, scheduleZone } from './fields.ts'
import { type Place, ProblemList, quoted } from './problems.ts'
import { partFrom } from './shape.ts'
import { type ColumnIndex, type ColumnMapping, findColumns, type TableField } from './table-columns.ts'
import { dateInWords, languageInWords, minutesInWords, timesInWords, yesOrNo } from './table-values.ts'
import type { ReadOptions, ReadResult, Schedule, SchedulePerson, ScheduleSession } from './types.ts'
import { minutesBetween, plusDays } from './wall-time.ts'

export type TableOptions = ReadOptions & {
  /** Headings chosen by hand where the known ones do not fit. */
  readonly columns?: ColumnMapping | undefined
}

type Reading = {
  readonly problems: ProblemList
  readonly fields: Fields
  readonly columns: ColumnIndex
  readonly header: readonly string[]
}

/** Headings stand in one of the first rows; above them people like to write the name of the event. */
const rowsBeforeHeader = 10

/** Reads a programme from CSV; see `readScheduleTable`. */
export function readScheduleCsv(text: string, options: TableOptions = {}): ReadResult {
  return readScheduleTable(readCsv(text), options)
}

/** Reads a programme from the first sheet of a workbook; see `readScheduleTable`. */
export async function readScheduleXlsx(bytes: Uint8Array, options: TableOptions = {}): Promise<ReadResult> {
  return readScheduleTable(await readXlsx(bytes), options)
}

/**
 * Reads a programme from a table with one session in each row: columns by German or English headings, dates and times as
 * people type them, several people one in each line of the cell. Without a column of references a session is known by its
 * title. Never throws; problems name row and heading.
 */
export function readScheduleTable(table: TableResult, options: TableOptions = {}): ReadResult {
  const problems = new ProblemList()
  if (table.kind === 'refused') {
    problems.error(table.code, table.message, { line: table.line })
    return problems.result(null)
  }
  const texts = table.rows.slice(0, rowsBeforeHeader).map((row) => row.cells.map((cell) => textOf(cell) ?? ''))
  const headerAt = texts.findIndex((cells) => findColumns(cells, options.columns).has('title'))
  if (headerAt < 0) {
    const found = texts[0]?.map((text) => quoted(text)).join(', ') || 'nothing'
    problems.error('table.title_column_missing', `No column "Titel"; the first row has ${found}`, {
      line: table.rows[0]?.line ?? 1,
    })
    return problems.result(null)
  }
  const header = texts[headerAt]!
  const columns = findColumns(header, options.columns)
  const timeZone = scheduleZone(undefined, options.timeZone ?? 'Europe/Berlin', problems)
  const fields = new Fields(problems, { timeZone, textIsMarkdown: true })
  const schedule = readRows(table.rows.slice(headerAt + 1), { problems, fields, columns, header })
  return problems.result({ ...schedule, title: cleanLine(options.title) ?? 'Programm', timeZone })
}

function readRows(rows: readonly TableRow[], reading: Reading): Omit<Schedule, 'title' | 'timeZone'> {
  const builder = new ScheduleBuilder(reading.problems)
  let lastDay: string | undefined
  for (const row of rows) {
    const session = readRow(row, lastDay, reading)
    lastDay = session?.day ?? lastDay
    if (session) builder.addSession(session, { line: row.line })
  }
  return builder.build({ title: '', timeZone: '' })
}

function readRow(row: TableRow, lastDay: string | undefined, reading: Reading): ScheduleSession | undefined {
  const { problems, fields, columns, header } = reading
  const cell = (field: TableField): Cell => row.cells[columns.get(field) ?? -1] ?? null
  const line = (field: TableField) => fields.line(textOf(cell(field)))
  const place = (field: TableField): Place => ({ line: row.line, field: header[columns.get(field) ?? -1] ?? field })
  const title = line('title')
  if (!title) {
    problems.error('session.title_missing', 'The row has no title', place('title'))
    return undefined
  }
  const value = <T>(
    field: TableField,
    read: (cell: Cell) => T | undefined,
    code: string,
    what: string,
  ): T | undefined => {
    if (line(field) === undefined) return undefined
    const found = read(cell(field))
    if (found === undefined) problems.error(code, `${quoted(textOf(cell(field)))} is not ${what}`, place(field))
    return found
  }
  const times = value('start', timesInWords, 'session.start_invalid', 'a time of day (9:00)')
  const end = value('end', timesInWords, 'session.end_invalid', 'a time of day (9:45)')?.start ?? times?.end
  const ownDay = value('day', dateInWords, 'day.date_invalid', 'a date (27.11.2024)')
  // A programme on paper names the day once, above the first session of it.
  const day = ownDay ?? (times && columns.has('day') ? lastDay : undefined)
  if (times && !day) problems.error('day.date_missing', 'A session with a time needs a day', place('day'))
  const start = times && day ? `${day}T${times.start}` : undefined
  const written = value('durationMinutes', minutesInWords, 'session.duration_invalid', 'a number of minutes')
  return {
    reference: line('reference') ?? title,
    title,
    subtitle: line('subtitle'),
    abstract: fields.prose(textOf(cell('abstract'))),
    description: fields.prose(textOf(cell('description'))),
    type: line('type'),
    language: fields.language(languageInWords(line('language') ?? ''), place('language')),
    track: line('track'),
    room: line('room'),
    day,
    start,
    durationMinutes: written ?? (start && end ? lengthOf(start, end) : undefined),
    people: readPeople(cell),
    links: [],
    attachments: [],
    url: fields.address(textOf(cell('url')), place('url')),
    isPlenary: value('isPlenary', yesOrNo, 'session.plenary_invalid', '"ja" or "nein"'),
    isCancelled: value('isCancelled', yesOrNo, 'session.cancelled_invalid', '"ja" or "nein"'),
  }
}

/** An end before the start is on the next day. */
function lengthOf(start: string, end: string): number {
  const date = start.slice(0, 10)
  const minutes = minutesBetween(start, `${date}T${end}`)
  return minutes >= 0 ? minutes : minutesBetween(start, `${plusDays(date, 1)}T${end}`)
}

/**
 * One person in each line; role, function and organisation stand in the same line of their own columns. A column for who
 * moderates has names only.
 */
function readPeople(cell: (field: TableField) => Cell): SchedulePerson[] {
  const lines = (field: TableField) => (textOf(cell(field)) ?? '').split(/\r\n?|\n/)
  const names = (field: TableField) => {
    const given = lines(field)
    return given.length === 1 ? given[0]!.split(';') : given
  }
  const [roles, modes, functions, organisations] = (['roles', 'modes', 'functions', 'organisations'] as const).map(
    lines,
  )
  const people = names('people').map((name, index) => {
    const part = { role: roleOf(roles?.[index]), mode: modeOf(modes?.[index]) }
    return { name, ...partFrom({ ...part, function: functions?.[index], organisation: organisations?.[index] }) }
  })
  const moderators = names('moderators').map((name) => ({ name, role: 'moderator' as const }))
  return [...people, ...moderators].flatMap((person) => {
    const name = cleanLine(person.name)
    return name ? [{ ...person, name }] : []
  })
}

function roleOf(word: string | undefined): string | undefined {
  const text = word?.trim().toLowerCase() ?? ''
  if (/^(moderat|chair)/.test(text)) return 'moderator'
  if (/^(podium|panel|diskutant)/.test(text)) return 'panelist'
  if (/^(gastgeb|host|leitung)/.test(text)) return 'host'
  return /^(refer|vortrag|sprech|speaker)/.test(text) ? 'speaker' : undefined
}

function modeOf(word: string | undefined): string | undefined {
  const text = word?.trim().toLowerCase() ?? ''
  if (/^(remote|online|zugeschaltet|video)/.test(text)) return 'remote'
  return /^(vor ort|on-?site|präsenz)/.test(text) ? 'on-site' : undefined
}

/** The text of a cell as a person would read it; dates in ISO 8601. */
function textOf(cell: Cell): string | undefined {
  if (cell === null) return undefined
  if (!(cell instanceof Date)) return String(cell)
  return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString()
}
