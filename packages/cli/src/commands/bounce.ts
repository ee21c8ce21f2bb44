import { text } from 'node:stream/consumers'
import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import { noteBounce } from '@fachtag/core/modules/messages/mail/bounces/commands'
import type { BounceOutcome } from '@fachtag/core/modules/messages/mail/bounces/types'
import { readDeliveryStatus } from '@fachtag/formats/mail/delivery-status'
import { type AddCommand, examples, withApp } from '../command.ts'
import { say } from '../terminal/language.ts'

type Outcome = BounceOutcome | { readonly kind: 'no-report' }

const sentences: Readonly<Record<Outcome['kind'], LocalizedText>> = {
  noted: { de: 'Die Mail ist als unzustellbar vermerkt.', en: 'The mail is noted as undeliverable.' },
  'no-failure': { de: 'Die Meldung nennt keinen endgültigen Fehler.', en: 'The report names no final failure.' },
  'unknown-mail': { de: 'Die Meldung gehört zu keiner Mail von hier.', en: 'The report is about no mail from here.' },
  'no-report': { de: 'Das ist keine Zustellmeldung (RFC 3464).', en: 'This is no delivery status (RFC 3464).' },
}

export const addBounce: AddCommand = (program, terminal) => {
  program
    .command('bounce')
    .summary(say({ de: 'Eine zurückgekommene Mail vermerken', en: 'Note a mail that came back' }))
    .description(
      say({
        de: 'Liest eine Zustellmeldung (RFC 3464) von der Standardeingabe und vermerkt Mail und Adresse als unzustellbar. Für einen Eintrag in den Aliasen des Mailservers. Was keine Zustellmeldung ist, ändert nichts; der Rückgabewert ist auch dann 0, damit der Mailserver die Meldung nicht zurückschickt.',
        en: 'Reads a delivery status (RFC 3464) from standard input and notes mail and address as undeliverable. For an entry in the aliases of the mail server. What is no delivery status changes nothing; the exit code is 0 then too, so that the mail server does not send the report back.',
      }),
    )
    .addHelpText(
      'after',
      examples(['fachtag bounce < meldung.eml', { de: 'eine gespeicherte Meldung', en: 'a report from a file' }]),
    )
    .action(async () => {
      const report = readDeliveryStatus(await text(process.stdin))
      const outcome: Outcome = report ? await withApp((_app, ctx) => noteBounce(ctx, report)) : { kind: 'no-report' }
      terminal.result(outcome, ({ kind }) => [say(sentences[kind])])
    })
}
