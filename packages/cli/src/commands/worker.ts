import { openApp } from '@fachtag/core/app/open'
import { readSettings } from '@fachtag/core/platform/config/read'
import { type AddCommand, examples } from '../command.ts'
import { runUntil } from '../running/run.ts'
import { stopRequest } from '../running/stop-request.ts'
import { say } from '../terminal/language.ts'

export const addWorker: AddCommand = (program, terminal) => {
  program
    .command('worker')
    .summary(say({ de: 'Nur Aufträge abarbeiten', en: 'Work on jobs only' }))
    .description(
      say({
        de: 'Arbeitet Aufträge ab, ohne die Site auszuliefern, bis Strg-C oder SIGTERM kommt. Nötig, wenn „fachtag serve“ mit FACHTAG_WORKER=no läuft; beliebig viele dürfen es sein.',
        en: 'Works on jobs without serving the site, until Ctrl-C or SIGTERM. Needed where “fachtag serve” runs with FACHTAG_WORKER=no; there may be as many as you like.',
      }),
    )
    .addHelpText(
      'after',
      examples([
        'DATABASE_URL=postgres://fachtag:…@db/fachtag fachtag worker',
        { de: 'neben „fachtag serve“ auf derselben Datenbank', en: 'beside “fachtag serve” on the same database' },
      ]),
    )
    .action(async () => {
      const stop = stopRequest()
      const app = await openApp(readSettings(process.env), { work: true })
      try {
        terminal.result({ working: true }, () => [
          say({ de: 'Aufträge werden abgearbeitet.', en: 'Jobs are being worked on.' }),
        ])
        await runUntil(stop, app)
      } finally {
        await app.close()
      }
    })
}
