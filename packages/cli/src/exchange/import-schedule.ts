import { readFile } from 'node:fs/promises'
import { importSchedule } from '@fachtag/core/modules/programme/import/commands'
import { importNewEdition } from '@fachtag/core/modules/programme/import/edition/commands'
import { getEditionId } from '@fachtag/core/modules/programme/import/edition/queries'
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

async function read(terminal: Terminal, path: string, options: ImportOptions): Promise<Schedule> {
  const { timeZone, title, mapping: columns } = options
  const { schedule, problems } = await readSchedule(await readFile(path), { name: path, timeZone, title, columns })
  const located = problems.map((problem) => ({ file: path, ...problem }))
  if (!schedule) return refuse(terminal, path, located)
  for (const problem of located) terminal.note({ de: problemLine(problem) })
  return schedule
}

/** Imports a schedule into the edition that `options` name, or into a new one, and says what that changed. */
export async function importScheduleFile(terminal: Terminal, path: string, options: ImportOptions): Promise<void> {
  const { edition, series, dryRun, publish, source: sourceKey } = options
  if (!options.new && edition === undefined) {
    throw new UsageError(
      say({
        de: 'Wohin? --edition nennt eine Ausgabe, --new legt eine an.',
        en: 'Where to? --edition names an edition, --new adds one.',
      }),
    )
  }
  const schedule = await terminal.step({ de: `${path} lesen`, en: `Read ${path}` }, () => read(terminal, path, options))
  const report = await withApp((_app, ctx) =>
    terminal.step(
      { de: 'Programm vergleichen und übernehmen', en: 'Compare and take over the programme' },
      async () => {
        const input = { schedule, sourceKey, isTable: /\.(csv|xlsx)$/i.test(path), dryRun, publish }
        if (options.new) return (await importNewEdition(ctx, { ...input, series, edition })).report
        return importSchedule(ctx, { ...input, editionId: await getEditionId(ctx.db, series, edition ?? '') })
      },
    ),
  )
  terminal.result(report, reportLines)
}
