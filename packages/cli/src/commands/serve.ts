import { readSettings } from '@fachtag/core/platform/config/read'
import { isBuilt } from '@fachtag/web/server/build.ts'
import { type AddCommand, examples } from '../command.ts'
import { serveSite } from '../running/site.ts'
import { stopRequest } from '../running/stop-request.ts'
import { buildIf } from '../running/web-build.ts'
import { say } from '../terminal/language.ts'

export const addServe: AddCommand = (program, terminal) => {
  program
    .command('serve')
    .summary(say({ de: 'Die Site in Betrieb nehmen', en: 'Run the site' }))
    .description(
      say({
        de:
          'Baut die Seiten, wenn sie fehlen, startet die Datenbank (die eingebaute, wenn DATABASE_URL fehlt), bringt ihr Schema auf den neuesten Stand, arbeitet Aufträge ab und liefert die Site aus, bis Strg-C oder SIGTERM kommt. ' +
          'Solange sich noch niemand anmelden kann, nennt jeder Start einen neuen Einmal-Link. Einstellungen kommen aus der Umgebung: HOST, PORT, ORIGIN, FACHTAG_DATA und weitere, siehe docs/reference/settings.md.',
        en:
          'Builds the pages when they are missing, starts the database (the built-in one when DATABASE_URL is missing), brings its schema up to date, works on jobs and serves the site until Ctrl-C or SIGTERM. ' +
          'As long as nobody can sign in, each start names a new one-time link. Settings come from the environment: HOST, PORT, ORIGIN, FACHTAG_DATA and more, see docs/reference/settings.md.',
      }),
    )
    .addHelpText(
      'after',
      examples(
        [
          'fachtag serve',
          { de: 'auf http://127.0.0.1:3000, Daten in ./data', en: 'on http://127.0.0.1:3000, data in ./data' },
        ],
        [
          'PORT=8080 FACHTAG_DATA=/var/lib/fachtag fachtag serve',
          { de: 'anderer Port, anderer Ordner', en: 'another port, another folder' },
        ],
        [
          'DATABASE_URL=postgres://fachtag:…@db/fachtag fachtag serve',
          { de: 'mit einem eigenen PostgreSQL', en: 'with a PostgreSQL of your own' },
        ],
      ),
    )
    .action(async () => {
      const settings = readSettings(process.env)
      const stop = stopRequest()
      await buildIf(!isBuilt(), terminal, stop)
      await serveSite(settings, terminal, stop)
    })
}
