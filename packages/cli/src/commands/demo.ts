import { join } from 'node:path'
import type { App } from '@fachtag/core/app/open'
import { readSettings } from '@fachtag/core/platform/config/read'
import type { Settings } from '@fachtag/core/platform/config/settings'
import { type AddCommand, examples } from '../command.ts'
import { loadRehearsal, makeRoleLinks } from '../rehearsal/rehearsal.ts'
import { demoSeries, isDemoLoaded, loadDemo, noteDemo } from '../running/demo-content.ts'
import { serveSite } from '../running/site.ts'
import { stopRequest } from '../running/stop-request.ts'
import { buildIf, isBuildStale } from '../running/web-build.ts'
import { say } from '../terminal/language.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** The demo never touches real data: its own folder, and the embedded database even where DATABASE_URL names another. */
function demoSettings(env: NodeJS.ProcessEnv): Settings {
  const settings = readSettings({ ...env, LOG_LEVEL: env.LOG_LEVEL || 'warn' })
  return { ...settings, data: join(settings.data, 'demo'), databaseUrl: null, worker: true }
}

async function prepareDemo(app: App, terminal: Terminal): Promise<void> {
  if (await isDemoLoaded(app)) return
  await terminal.step(
    { de: 'Mitteldeutschen IT-Fachtag 2016 bis 2024 laden', en: 'Load the Mitteldeutscher IT-Fachtag 2016 to 2024' },
    () => loadDemo(app),
  )
  const year = Temporal.Now.plainDateISO().year + 1
  await terminal.step(
    { de: `Probelauf ${year} mit erfundenen Personen anlegen`, en: `Set up the ${year} rehearsal with made-up people` },
    () => loadRehearsal(app, year, demoSeries),
  )
  await noteDemo(app)
  await terminal.step({ de: 'Suche vorbereiten', en: 'Prepare the search' }, () => app.queue.settled(30_000))
}

export const addDemo: AddCommand = (program, terminal) => {
  program
    .command('demo')
    .summary(say({ de: 'Fachtag mit einer echten Veranstaltungsreihe ansehen', en: 'See Fachtag with a real series' }))
    .description(
      say({
        de: 'Baut die Seiten, wenn sie fehlen oder älter sind als ihre Quellen, startet die eingebaute Datenbank in FACHTAG_DATA/demo, lädt den Mitteldeutschen IT-Fachtag 2016 bis 2024 aus content/, legt einen Probelauf im kommenden Jahr mit erfundenen Personen an, druckt je Rolle einen Einmal-Link und liefert die Site aus, bis Strg-C kommt. Was schon da ist, wird nicht noch einmal getan. Den Ordner zu löschen, setzt die Vorführung zurück.',
        en: 'Builds the pages when they are missing or older than their sources, starts the built-in database in FACHTAG_DATA/demo, loads the Mitteldeutscher IT-Fachtag 2016 to 2024 from content/, sets up a rehearsal in the coming year with made-up people, prints one one-time link per role and serves the site until Ctrl-C. What is there already is not done again. Deleting the folder resets the demonstration.',
      }),
    )
    .addHelpText(
      'after',
      examples(['fachtag demo', { de: 'auf http://127.0.0.1:3000', en: 'on http://127.0.0.1:3000' }]),
    )
    .action(async () => {
      const stop = stopRequest()
      const settings = demoSettings(process.env)
      await buildIf(isBuildStale(), terminal, stop)
      await serveSite(settings, terminal, stop, {
        prepare: (app) => prepareDemo(app, terminal),
        links: makeRoleLinks,
        mailbox: true,
      })
    })
}
