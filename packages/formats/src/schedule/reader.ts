import { decodeText } from '../text/decode.ts'
import { detectFormat, type ScheduleFormat } from './format.ts'
import { readScheduleJson } from './json-reader.ts'
import { readPretalx } from './pretalx-reader.ts'
import { ProblemList } from './problems.ts'
import { readSessionize } from './sessionize-reader.ts'
import type { ReadOptions, ReadResult } from './types.ts'
import { readScheduleXml } from './xml-reader.ts'

export type FileOptions = ReadOptions & {
  /** Name of the file; helps where its content does not tell what it is. */
  readonly name?: string | undefined
}

type TextReader = (text: string, options: ReadOptions) => ReadResult

const textReaders: Record<Exclude<ScheduleFormat, 'xlsx' | 'csv'>, TextReader> = {
  'schedule-xml': readScheduleXml,
  'schedule-json': readScheduleJson,
  pretalx: readPretalx,
  sessionize: readSessionize,
}

/** Reads a programme in any format that this package knows. Never throws; see `ReadResult`. */
export async function readSchedule(bytes: Uint8Array, options: FileOptions = {}): Promise<ReadResult> {
  const format = detectFormat(bytes, options.name)
  const problems = new ProblemList()
  if (!format || format === 'xlsx' || format === 'csv') {
    problems.error('file.format_unknown', 'Neither XML nor JSON nor a table with a header')
    return problems.result(null)
  }
  const decoded = decodeText(bytes)
  if (decoded.kind === 'text') return textReaders[format](decoded.text, options)
  problems.error(decoded.code, decoded.message, { line: decoded.line })
  return problems.result(null)
}
