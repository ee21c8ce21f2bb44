import { readFile } from 'node:fs/promises'
import { importSchedule } from '@fachtag/core/modules/programme/import/commands'
import { importNewEdition } from '@fachtag/core/modules/programme/import/edition/commands'
import { getEdition } from '@fachtag/core/modules/programme/import/edition/queries'
import type { ImportReport } from '@fachtag/core/modules/programme/import/types'
import type { Context } from '@fachtag/core/platform/context/types'
import { readSchedule } from '@fachtag/formats/schedule/reader'
import type { ColumnMapping } from '@fachtag/formats/schedule/table-columns'
import type { Schedule } from '@fachtag/formats/schedule/types'
import { withApp } from '../command.ts'
import { UsageError } from '../terminal/failure.ts'
import { say } from '../terminal/language.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { problemLine, refuse } from './problems.ts'
import { reportLines } from './report.ts'

export type ImportOptions = {
  readonly edition?: string
  readonly series?: string
  readonly new?: boolean
  readonly source: string
  /** Field → name of the column it stands in. */
  readonly mapping?: ColumnMapping
  readonly timeZone?: string
  readonly title?: string
  readonly dryRun?: boolean
  readonly publish: boolean
}

const shownWarnings = 20

async function read(terminal: Terminal, path: string, options: ImportOptions, editionZone?: string): Promise<Schedule> {
  const { timeZone = editionZone, title, mapping: columns } = options
  const reading = await terminal.step({ de: `${path} lesen`, en: `Read ${path}` }, async () =>
    readSchedule(await readFile(path), { name: path, timeZone, title, columns }),
  )
  const problems = reading.problems.map((problem) => ({ file: path, ...problem }))
  if (!reading.schedule) return refuse(terminal, path, problems)
  for (const problem of problems.slice(0, shownWarnings)) terminal.note({ de: problemLine(problem) })
  const rest = problems.length - shownWarnings
  if (rest > 0) terminal.note({ de: `… und ${rest} weitere Hinweise`, en: `… and ${rest} more warnings` })
  return reading.schedule
}

async function importFile(
  ctx: Context,
  terminal: Terminal,
  path: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const { edition, series, dryRun, publish, source: sourceKey } = options
  const known = options.new ? undefined : await getEdition(ctx.db, series, edition ?? '')
  const schedule = await read(terminal, path, options, known?.timeZone)
  const input = { schedule, sourceKey, isTable: /\.(csv|xlsx)$/i.test(path), dryRun, publish }
  return terminal.step(
    { de: 'Programm vergleichen und übernehmen', en: 'Compare and take over the programme' },
    async () => {
      if (known) return importSchedule(ctx, { ...input, editionId: known.id })
      return (await importNewEdition(ctx, { ...input, series, edition })).report
    },
  )
}

/** Imports a schedule into the edition that `options` name, or into a new one, and says what that changed. */
export async function importScheduleFile(terminal: Terminal, path: string, options: ImportOptions): Promise<void> {
  if (!options.new && options.edition === undefined) {
    throw new UsageError(
      say({
        de: 'Wohin? --edition nennt eine Ausgabe, --new legt eine an.',
        en: 'Where to? --edition names an edition, --new adds one.',
      }),
    )
  }
  const report = await withApp((_app, ctx) => importFile(ctx, terminal, path, options))
  terminal.result(report, reportLines)
}
