import { stat } from 'node:fs/promises'
import { DomainError } from '@fachtag/core/kernel/errors'
import { type ColumnMapping, tableFields } from '@fachtag/formats/schedule/table-columns'
import { type AddCommand, examples } from '../command.ts'
import { importArchiveFolder } from '../exchange/import-archive.ts'
import { importRegisterFile } from '../exchange/import-register.ts'
import { type ImportOptions, importScheduleFile } from '../exchange/import-schedule.ts'
import { UsageError } from '../terminal/failure.ts'
import { say } from '../terminal/language.ts'

function addMapping(pair: string, mapping: ColumnMapping = {}): ColumnMapping {
  const at = pair.indexOf('=')
  const field = tableFields.find((name) => name === pair.slice(0, at))
  const column = pair.slice(at + 1)
  if (at > 0 && field && column) return { ...mapping, [field]: column }
  const fields = tableFields.join(', ')
  throw new UsageError(
    say({
      de: `--mapping erwartet FELD=SPALTE, nicht „${pair}“. Felder: ${fields}`,
      en: `--mapping expects FIELD=COLUMN, not “${pair}”. Fields: ${fields}`,
    }),
  )
}

const summary = { de: 'Programm oder ganze Reihe einlesen', en: 'Read in a programme or a whole series' }
const description = {
  de:
    'Liest ein Programm (schedule.xml und schedule.json von frab, pretalx und Pentabarf, pretalx-API, Sessionize, CSV, XLSX) oder einen Ordner mit einer ganzen Reihe in YAML. ' +
    'Sagt, was neu, geändert, verschoben, abgesagt und entfernt ist, und veröffentlicht die Änderungen als neuen Programmstand. Dieselbe Datei noch einmal ändert nichts. ' +
    'Ist in der Datei etwas falsch, steht es da mit Datei, Zeile und Feld, und nichts ändert sich.',
  en:
    'Reads a programme (schedule.xml and schedule.json of frab, pretalx and Pentabarf, pretalx API, Sessionize, CSV, XLSX) or a folder with a whole series in YAML. ' +
    'Says what is new, changed, moved, cancelled and removed, and publishes the changes as a new release. The same file again changes nothing. ' +
    'If anything in the file is wrong, file, line and field are named and nothing changes.',
}

export const addImport: AddCommand = (program, terminal) => {
  program
    .command('import')
    .summary(say(summary))
    .description(say(description))
    .argument('<path>', say({ de: 'Datei mit einem Programm, oder Ordner mit einer Reihe', en: 'file with a programme, or folder with a series' }))
    .option('--edition <slug>', say({ de: 'Ausgabe, deren Programm es ist', en: 'edition whose programme it is' }))
    .option('--series <slug>', say({ de: 'ihre Reihe; sonst die der Startseite', en: 'its series; else that of the front page' }))
    .option('--new', say({ de: 'die Ausgabe, und wenn nötig die Reihe, anlegen', en: 'add the edition, and the series if needed' }))
    .option('--source <key>', say({ de: 'Name der Quelle; Fassungen derselben Datei haben denselben', en: 'name of the source; versions of one file share it' }), 'datei')
    .option('--mapping <feld=spalte>', say({ de: 'bei Tabellen: in welcher Spalte ein Feld steht; mehrfach möglich', en: 'for tables: which column holds a field; may be repeated' }), addMapping)
    .option('--time-zone <zone>', say({ de: 'Zeitzone, wenn die Datei keine nennt; sonst die der Ausgabe', en: 'time zone where the file names none; else that of the edition' }))
    .option('--title <titel>', say({ de: 'Titel, wenn die Datei keinen nennt', en: 'title where the file names none' }))
    .option('--register', say({ de: 'die Datei ist das amtliche Gemeindeverzeichnis (GV100AD)', en: 'the file is the official register of municipalities (GV100AD)' }))
    .option('--dry-run', say({ de: 'nur sagen, was sich ändern würde', en: 'only say what would change' }))
    .option('--no-publish', say({ de: 'in den Entwurf übernehmen, nicht veröffentlichen', en: 'take over into the draft, do not publish' }))
    .addHelpText(
      'after',
      examples(
        ['fachtag import content/mitteldeutscher-it-fachtag', { de: 'eine ganze Reihe', en: 'a whole series' }],
        ['fachtag import schedule.xml --edition 2026 --dry-run', { de: 'zeigt, was sich ändern würde', en: 'shows what would change' }],
        ['fachtag import schedule.json --new --series tagung', { de: 'in eine neue Ausgabe', en: 'into a new edition' }],
        ['fachtag import plan.xlsx --edition 2026 --mapping title=Thema', { de: 'der Titel steht in „Thema“', en: 'the title is in “Thema”' }],
        ['fachtag import --register GV100AD.txt', { de: 'das amtliche Gemeindeverzeichnis', en: 'the official register of municipalities' }],
      ),
    )
    .action(async (path: string, options: ImportOptions & { readonly register?: boolean }) => {
      const found = await stat(path).catch(() => undefined)
      if (!found) throw new DomainError('file.not_found', { file: path })
      if (options.register) await importRegisterFile(terminal, path)
      else if (found.isDirectory()) await importArchiveFolder(terminal, path, options.dryRun ?? false)
      else await importScheduleFile(terminal, path, options)
    })
} // biome-ignore format: one option a line reads as a table
