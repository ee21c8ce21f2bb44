import { readFile } from 'node:fs/promises'
import { importRegister } from '@fachtag/core/modules/people/register/commands'
import { toRegisterInputs } from '@fachtag/core/modules/people/register/official/rules'
import type { RegisterImport } from '@fachtag/core/modules/people/register/types'
import { type RegisterRow, readGv100ad } from '@fachtag/formats/register/gv100ad'
import { decodeText } from '@fachtag/formats/text/decode'
import { withApp } from '../command.ts'
import { say } from '../terminal/language.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { refuse } from './problems.ts'

async function readRegister(terminal: Terminal, path: string): Promise<readonly RegisterRow[]> {
  const decoded = decodeText(await readFile(path), 'windows-1252')
  if (decoded.kind === 'refused') return refuse(terminal, path, [{ file: path, ...decoded }])
  const { rows, problems } = readGv100ad(decoded.text)
  return (
    rows ??
    refuse(
      terminal,
      path,
      problems.map((problem) => ({ file: path, ...problem })),
    )
  )
}

/** What the import of the register did, for a person at a terminal. */
export function registerLines(outcome: RegisterImport): string[] {
  const count = (value: number, locale: string) => value.toLocaleString(locale)
  const { municipalities, population, added, changed, vanished, asOf } = outcome
  return [
    say({
      de: `Gemeindeverzeichnis, Stand ${asOf}: ${count(municipalities, 'de')} Gemeinden mit ${count(population, 'de')} Einwohnerinnen und Einwohnern.`,
      en: `Register of municipalities as of ${asOf}: ${count(municipalities, 'en')} municipalities with ${count(population, 'en')} inhabitants.`,
    }),
    say({
      de: `${added} neu, ${changed} geändert, ${vanished} nicht mehr im Verzeichnis.`,
      en: `${added} new, ${changed} changed, ${vanished} no longer in the register.`,
    }),
  ]
}

/** Imports the official register of municipalities (GV100AD of Destatis) and says what that changed. */
export async function importRegisterFile(terminal: Terminal, path: string): Promise<void> {
  const rows = await terminal.step({ de: `${path} lesen`, en: `Read ${path}` }, () => readRegister(terminal, path))
  const input = { asOf: rows[0]!.asOf, entries: toRegisterInputs(rows) }
  const outcome = await withApp((_app, ctx) =>
    terminal.step({ de: 'Gemeindeverzeichnis übernehmen', en: 'Take over the register' }, () =>
      importRegister(ctx, input),
    ),
  )
  terminal.result(outcome, registerLines)
}
