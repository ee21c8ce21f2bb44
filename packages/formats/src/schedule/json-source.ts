import { linesOfPaths } from '../json/lines.ts'
import { type JsonObject, objectOf, parseJson } from '../json/value.ts'
import { ScheduleBuilder } from './builder.ts'
import { Fields } from './fields.ts'
import { ProblemList } from './problems.ts'
import type { ReadResult, Schedule } from './types.ts'

/** What the readers of JSON formats work with. */
export type JsonReading = {
  readonly problems: ProblemList
  readonly builder: ScheduleBuilder
  readonly fields: Fields
  readonly timeZone: string
}

/** Parses a JSON document and gives its root to `read`; problems that name a field get its line. */
export function readJson(text: string, read: (root: unknown, problems: ProblemList) => Schedule | null): ReadResult {
  const problems = new ProblemList()
  const parsed = parseJson(text)
  if (parsed.kind === 'refused') {
    problems.error('json.malformed', parsed.message, { line: parsed.line })
    return problems.result(null)
  }
  const result = problems.result(read(parsed.value, problems))
  const fields = result.problems.flatMap(({ field }) => field ?? [])
  if (fields.length === 0) return result
  const lines = new Map(linesOfPaths(text, fields).map((line, index) => [fields[index], line]))
  return {
    ...result,
    problems: result.problems.map((problem) => ({ ...problem, line: problem.line ?? lines.get(problem.field) })),
  }
}

export function startReading(
  problems: ProblemList,
  options: { timeZone: string; textIsMarkdown: boolean; baseUrl?: string | undefined },
): JsonReading {
  return {
    problems,
    builder: new ScheduleBuilder(problems),
    fields: new Fields(problems, options),
    timeZone: options.timeZone,
  }
}

/** Says that the file is not of the expected format, with the keys that were found. */
export function refuseRoot(root: unknown, expected: string, problems: ProblemList): null {
  const found = Array.isArray(root) ? 'a list' : describeKeys(objectOf(root))
  problems.error('schedule.root_unexpected', `Expected ${expected}, found ${found}`, { line: 1, field: '' })
  return null
}

function describeKeys(root: JsonObject): string {
  const keys = Object.keys(root).slice(0, 8)
  return keys.length === 0 ? 'nothing' : `the keys ${keys.map((key) => key.slice(0, 40)).join(', ')}`
}
