import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import { tryMail } from '@fachtag/core/modules/messages/mail/trial/commands'
import type { TrialOutcome } from '@fachtag/core/modules/messages/mail/trial/types'
import { type AddCommand, examples, withApp } from '../command.ts'
import { exitCodes } from '../terminal/failure.ts'
import { say, terminalLocale } from '../terminal/language.ts'

const sentences: Readonly<Record<TrialOutcome['kind'], LocalizedText>> = {
  sent: { de: 'Der Mailserver hat die Mail angenommen.', en: 'The mail server has taken the mail.' },
  later: { de: 'Die Mail ist nicht angenommen worden; später kann es gehen.', en: 'The mail was not taken; it may work later.' },
  bounced: { de: 'Der Mailserver kennt die Adresse nicht.', en: 'The mail server does not know the address.' },
  refused: { de: 'Der Mailserver nimmt die Mail nicht an.', en: 'The mail server refuses the mail.' },
  unknown: { de: 'Die Mail ist übergeben, aber der Mailserver hat nicht geantwortet.', en: 'The mail was handed over, but the mail server did not answer.' },
  'no-address': { de: 'Das ist keine Mailadresse.', en: 'This is no mail address.' },
  'no-server': { de: 'SMTP_URL ist nicht gesetzt: Mails bleiben im Postausgang.', en: 'SMTP_URL is not set: mail stays in the outbox.' },
} // biome-ignore format: one sentence a line reads as a table

const problems: Readonly<Record<string, LocalizedText>> = {
  unreachable: { de: 'Er ist nicht zu erreichen.', en: 'It cannot be reached.' },
  timeout: { de: 'Er antwortet nicht.', en: 'It does not answer.' },
  tls: { de: 'Die Verschlüsselung kommt nicht zustande, oder sein Zertifikat stimmt nicht.', en: 'Encryption fails, or its certificate is not right.' },
  login: { de: 'Er nimmt Benutzer und Passwort nicht an.', en: 'It does not take user and password.' },
} // biome-ignore format: one sentence a line reads as a table

function lines(outcome: TrialOutcome): string[] {
  const problem = 'problem' in outcome ? problems[outcome.problem] : undefined
  const reply = 'reply' in outcome && outcome.reply ? [`  ${outcome.reply}`] : []
  return [say(sentences[outcome.kind]), ...(problem ? [say(problem)] : []), ...reply]
}

export const addTryMail: AddCommand = (program, terminal) => {
  program
    .command('try-mail')
    .summary(say({ de: 'Eine Probemail versenden', en: 'Send a test mail' }))
    .description(
      say({
        de: 'Versendet sofort eine Mail an die Adresse und sagt, was der Mailserver antwortet. Der Rückgabewert ist 1, wenn er sie nicht annimmt.',
        en: 'Sends a mail to the address at once and says what the mail server answers. The exit code is 1 when it does not take it.',
      }),
    )
    .argument('<address>', say({ de: 'Adresse, die Sie lesen', en: 'address that you read' }))
    .addHelpText(
      'after',
      examples([
        'fachtag try-mail ida@example.org',
        { de: 'mit SMTP_URL und MAIL_FROM dieser Umgebung', en: 'with SMTP_URL and MAIL_FROM of this environment' },
      ]),
    )
    .action(async (address: string) => {
      const outcome = await withApp((_app, ctx) => tryMail(ctx, address, terminalLocale(process.env)))
      terminal.result(outcome, lines)
      if (outcome.kind !== 'sent') process.exitCode = exitCodes.failed
    })
}
