import { createSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { setupAddress } from '@fachtag/core/modules/people/accounts/setup/rules'
import { type AddCommand, examples, withApp } from '../command.ts'
import { say } from '../terminal/language.ts'

export const addLink: AddCommand = (program, terminal) => {
  program
    .command('link')
    .summary(say({ de: 'Einmal-Link zum Anmelden ausgeben', en: 'Print a one-time link to sign in' }))
    .description(
      say({
        de: 'Gibt einen Einmal-Link aus, der 24 Stunden gilt und das Organisationsteam anmeldet. Jeder frühere, noch unbenutzte Link gilt danach nicht mehr.',
        en: 'Prints a one-time link that is valid for 24 hours and signs the organisers in. Every earlier link that has not been used becomes void.',
      }),
    )
    .addHelpText(
      'after',
      examples([
        'fachtag link',
        { de: 'auch während „fachtag serve“ läuft', en: 'also while “fachtag serve” is running' },
      ]),
    )
    .action(async () => {
      const link = await withApp(async (app, ctx) => {
        const { host, port, origin } = app.settings
        const { token, expiresAt } = await createSetupLink(ctx)
        return { address: setupAddress(origin ?? `http://${host}:${port}`, token), expiresAt }
      })
      terminal.result(link, ({ address }) => [address])
    })
}
