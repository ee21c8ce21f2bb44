import { Command } from 'commander'
import type { AddCommand } from './command.ts'
import { addBounce } from './commands/bounce.ts'
import { addDemo } from './commands/demo.ts'
import { addDoctor } from './commands/doctor.ts'
import { addExport } from './commands/export.ts'
import { addForget } from './commands/forget.ts'
import { addImport } from './commands/import.ts'
import { addLink } from './commands/link.ts'
import { addMigrate } from './commands/migrate.ts'
import { addPlan } from './commands/plan.ts'
import { addServe } from './commands/serve.ts'
import { addTryMail } from './commands/try-mail.ts'
import { addVerify } from './commands/verify.ts'
import { addWorker } from './commands/worker.ts'
import { say } from './terminal/language.ts'
import type { Terminal } from './terminal/terminal.ts'

/** Every command, in the order of the help. */
const commands: readonly AddCommand[] = [
  addDemo,
  addServe,
  addWorker,
  addMigrate,
  addImport,
  addExport,
  addPlan,
  addLink,
  addTryMail,
  addBounce,
  addVerify,
  addForget,
  addDoctor,
]

/** The command line of Fachtag. Parsing throws instead of leaving the process. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('fachtag')
    .description(
      say({
        de: 'Fachtag: Software für eine wiederkehrende Fachtagung, vom Aufruf bis zum Archiv.',
        en: 'Fachtag: software for a recurring practitioner conference, from the call to the archive.',
      }),
    )
    .option('--json', say({ de: 'Ergebnis als JSON ausgeben', en: 'print the result as JSON' }))
    .exitOverride()
  for (const add of commands) add(program, terminal)
  for (const command of program.commands) {
    command.exitOverride().option('--json', say({ de: 'Ergebnis als JSON ausgeben', en: 'print the result as JSON' }))
  }
  return program
}
