import { writeFile } from 'node:fs/promises'
import { DomainError } from '@fachtag/core/kernel/errors'
import { exportArchive } from '@fachtag/core/modules/library/archive/export/queries'
import { writeArchive } from '@fachtag/core/modules/library/archive/files/commands'
import { type Command, Option } from 'commander'
import { type AddCommand, examples, withApp } from '../command.ts'
import { type ExportFormat, exportFormats, exportProgramme } from '../exchange/export-programme.ts'
import { UsageError } from '../terminal/failure.ts'
import { say } from '../terminal/language.ts'
import type { Terminal } from '../terminal/terminal.ts'

type ExportOptions = { readonly format: ExportFormat; readonly out?: string }

async function exportSeries(terminal: Terminal, series: string, folder: string | undefined): Promise<void> {
  if (!folder) {
    throw new UsageError(
      say({
        de: 'Wohin? --out nennt den Ordner für die Dateien der Reihe.',
        en: 'Where to? --out names the folder for the files of the series.',
      }),
    )
  }
  const files = await withApp(async (app) => {
    const archive = await exportArchive(app.db, series)
    if (!archive) throw new DomainError('series.not_found', { series })
    return writeArchive(folder, archive)
  })
  terminal.result({ folder, files }, () => files.map((file) => `${folder}/${file}`))
}

async function exportEdition(terminal: Terminal, name: string, { format, out }: ExportOptions): Promise<void> {
  const [series = '', edition = ''] = name.split('/')
  const content = await withApp((app) => exportProgramme(app, series, edition, format))
  if (!out) {
    process.stdout.write(content)
    return
  }
  await writeFile(out, content)
  terminal.result({ file: out, format }, () => [out])
}

function describe(command: Command): Command {
  return command
    .summary(say({ de: 'Programm oder ganze Reihe ausgeben', en: 'Write out a programme or a whole series' }))
    .description(
      say({
        de: 'Gibt das veröffentlichte Programm einer Ausgabe aus, oder eine ganze Reihe als Ordner mit YAML-Dateien, den „fachtag import“ wieder liest.',
        en: 'Writes out the published programme of an edition, or a whole series as a folder of YAML files that “fachtag import” reads again.',
      }),
    )
    .argument('<name>', say({ de: 'REIHE/AUSGABE oder REIHE', en: 'SERIES/EDITION or SERIES' }))
    .addOption(
      new Option('--format <format>', say({ de: 'Format des Programms', en: 'format of the programme' }))
        .choices(exportFormats)
        .default('json'),
    )
    .option(
      '--out <path>',
      say({ de: 'Datei oder Ordner statt der Standardausgabe', en: 'file or folder instead of standard output' }),
    )
}

export const addExport: AddCommand = (program, terminal) => {
  describe(program.command('export'))
    .addHelpText(
      'after',
      examples(
        ['fachtag export tagung/2026 --format ics --out tagung.ics', { de: 'als Kalender', en: 'as a calendar' }],
        ['fachtag export tagung --out sicherung', { de: 'die ganze Reihe', en: 'the whole series' }],
      ),
    )
    .action(async (name: string, options: ExportOptions) => {
      if (name.includes('/')) await exportEdition(terminal, name, options)
      else await exportSeries(terminal, name, options.out)
    })
}
