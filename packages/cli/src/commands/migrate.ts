import { type AddCommand, examples, withApp } from '../command.ts'
import { say } from '../terminal/language.ts'

export const addMigrate: AddCommand = (program, terminal) => {
  program
    .command('migrate')
    .summary(say({ de: 'Datenbank auf den neuesten Stand bringen', en: 'Bring the database up to date' }))
    .description(
      say({
        de: 'Bringt das Schema der Datenbank auf den Stand dieser Fassung. Was schon getan ist, bleibt; schlägt ein Schritt fehl, ist er nicht geschehen.',
        en: 'Brings the schema of the database to the state of this version. What is done stays; a step that fails has not happened.',
      }),
    )
    .addHelpText('after', examples(['fachtag migrate', { de: 'alle ausstehenden Schritte', en: 'all pending steps' }]))
    .action(async () => {
      const migrations = await withApp(async (app) => app.migrations, { migrate: true })
      terminal.result({ migrations }, () => [
        migrations.length > 0
          ? say({ de: `Ausgeführt: ${migrations.join(', ')}`, en: `Done: ${migrations.join(', ')}` })
          : say({ de: 'Die Datenbank ist auf dem neuesten Stand.', en: 'The database is up to date.' }),
      ])
    })
}
