import { readCsv } from '../table/csv.ts'
import type { TableResult, TableRow } from '../table/types.ts'
import { readXlsx } from '../table/xlsx.ts'
import { cleanLine } from '../text/clean.ts'
import { ScheduleBuilder } from './builder.ts'
import { Fields, scheduleZone } from './fields.ts'
import { ProblemList, quoted } from './problems.ts'
import { type ColumnIndex, type ColumnMapping, findColumns } from './table-columns.ts'
import { readPeople } from './table-people.ts'
import { cellText, SessionRow } from './table-row.ts'
import { readTimes, type SessionTimes } from './table-times.ts'
import { languageInWords, yesOrNo } from './table-values.ts'
import type { ReadOptions, ReadResult, Schedule, ScheduleSession } from './types.ts'

export type TableOptions = ReadOptions & {
  /** Headings chosen by hand where the known ones do not fit. */
  readonly columns?: ColumnMapping | undefined
}

type Table = {
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
  const texts = table.rows.slice(0, rowsBeforeHeader).map((row) => row.cells.map((cell) => cellText(cell) ?? ''))
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

function readRows(rows: readonly TableRow[], table: Table): Omit<Schedule, 'title' | 'timeZone'> {
  const builder = new ScheduleBuilder(table.problems)
  let lastDay: string | undefined
  for (const row of rows) {
    const session = new SessionRow(row, table)
    const times = readTimes(session, lastDay)
    lastDay = times.day ?? lastDay
    const title = session.line('title')
    if (title) builder.addSession(readSession(session, title, times, table.fields), { line: row.line })
    // A row with nothing but a date is the heading of a day.
    else if (!session.holdsOnly('day')) session.error('session.title_missing', 'The row has no title', 'title')
  }
  return builder.build({ title: '', timeZone: '' })
}

function readSession(row: SessionRow, title: string, times: SessionTimes, fields: Fields): ScheduleSession {
  return {
    reference: row.line('reference') ?? title,
    title,
    subtitle: row.line('subtitle'),
    abstract: fields.prose(row.text('abstract')),
    description: fields.prose(row.text('description')),
    type: row.line('type'),
    language: fields.language(languageInWords(row.line('language') ?? ''), row.place('language')),
    track: row.line('track'),
    room: row.line('room'),
    ...times,
    people: readPeople(row),
    links: [],
    attachments: [],
    url: fields.address(row.text('url'), row.place('url')),
    isPlenary: row.value('isPlenary', yesOrNo, 'session.plenary_invalid', '"ja" or "nein"'),
    isCancelled: row.value('isCancelled', yesOrNo, 'session.cancelled_invalid', '"ja" or "nein"'),
  }
}
