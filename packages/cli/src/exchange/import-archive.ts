import { importArchive } from '@fachtag/core/modules/library/archive/commands'
import { readArchive } from '@fachtag/core/modules/library/archive/files/queries'
import { withApp } from '../command.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { archiveLines } from './archive-report.ts'
import { refuse } from './problems.ts'

/** Imports a whole series from a folder of YAML files and says what that changed. */
export async function importArchiveFolder(terminal: Terminal, folder: string, dryRun: boolean): Promise<void> {
  const { archive, problems } = await terminal.step({ de: `${folder} lesen`, en: `Read ${folder}` }, () =>
    readArchive(folder),
  )
  if (!archive) {
    refuse(
      terminal,
      folder,
      problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` })),
    )
  }
  const outcome = await withApp((_app, ctx) =>
    terminal.step({ de: 'Reihe vergleichen und übernehmen', en: 'Compare and take over the series' }, () =>
      importArchive(ctx, archive, { dryRun }),
    ),
  )
  terminal.result(outcome, archiveLines)
}
