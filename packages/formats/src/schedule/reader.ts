import { decodeText } from '../text/decode.ts'
import { detectFormat, type ScheduleFormat } from './format.ts'
import { readScheduleJson } from './json-reader.ts'
import { readPretalx } from './pretalx-reader.ts'
import { ProblemList } from './problems.ts'
import { readSessionize } from './sessionize-reader.ts'
import { readScheduleCsv, readScheduleXlsx, type TableOptions } from './table-reader.ts'
import type { ReadResult } from './types.ts'
import { readScheduleXml } from './xml-reader.ts'

export type FileOptions = TableOptions & {
  /** Name of the file; helps where its content does not tell what it is. */
  readonly name?: string | undefined
}

const textReaders: Record<Exclude<ScheduleFormat, 'xlsx'>, (text: string, options: TableOptions) => ReadResult> = {
  'schedule-xml': readScheduleXml,
  'schedule-json': readScheduleJson,
  pretalx: readPretalx,
  sessionize: readSessionize,
  csv: readScheduleCsv,
}

/** Reads a programme in any format that this package knows. Never throws; see `ReadResult`. */
export async function readSchedule(bytes: Uint8Array, options: FileOptions = {}): Promise<ReadResult> {
  const format = detectFormat(bytes, options.name)
  if (format === 'xlsx') return readScheduleXlsx(bytes, options)
  const problems = new ProblemList()
  if (!format) {
    problems.error('file.format_unknown', 'Neither XML nor JSON nor a table with a header')
    return problems.result(null)
  }
  // Excel in Germany still saves CSV in the Windows encoding.
  const decoded = decodeText(bytes, format === 'csv' ? 'windows-1252' : undefined)
  if (decoded.kind === 'text') return textReaders[format](decoded.text, options)
  problems.error(decoded.code, decoded.message, { line: decoded.line })
  return problems.result(null)
}
