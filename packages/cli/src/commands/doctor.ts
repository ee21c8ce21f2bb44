import { type AddCommand, examples } from '../command.ts'
import { examine } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import { exitCodes } from '../terminal/failure.ts'
import { say } from '../terminal/language.ts'

const signs = { ok: '✓', warning: '!', problem: '✗' } as const

function lines({ state, says, mend }: Finding): string[] {
  return [`${signs[state]} ${say(says)}`, ...(mend ? [`  → ${say(mend)}`] : [])]
}

export const addDoctor: AddCommand = (program, terminal) => {
  program
    .command('doctor')
    .summary(say({ de: 'Sagen, was nicht stimmt und was hilft', en: 'Say what is wrong and how to mend it' }))
    .description(
      say({
        de: 'Prüft, wovon der Betrieb abhängt: Node, Einstellungen, gebaute Seiten, Datenordner, Platz, Datenbank (erreichbar, Version, Erweiterung, Schema), ORIGIN, Mail und Port. Ändert nichts. Der Rückgabewert ist 1, wenn etwas nicht stimmt.',
        en: 'Checks what the service depends on: Node, settings, built pages, data folder, room, database (reachable, version, extension, schema), ORIGIN, mail and port. Changes nothing. The exit code is 1 when something is wrong.',
      }),
    )
    .addHelpText(
      'after',
      examples(
        [
          'fachtag doctor',
          { de: 'mit den Einstellungen dieser Umgebung', en: 'with the settings of this environment' },
        ],
        ['fachtag doctor --json', { de: 'für eine Überwachung', en: 'for a monitoring system' }],
      ),
    )
    .action(async () => {
      const findings = await examine(process.env)
      const healthy = findings.every(({ state }) => state !== 'problem')
      terminal.result({ ok: healthy, findings }, () => findings.flatMap(lines))
      if (!healthy) process.exitCode = exitCodes.failed
    })
}
