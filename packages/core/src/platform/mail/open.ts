import { DomainError } from '../../kernel/errors.ts'
import type { Settings } from '../config/settings.ts'
import type { Db } from '../database/tables.ts'
import { mailboxMailer } from './mailbox.ts'
import { type Mailer, noMailer } from './mailer.ts'
import { smtpMailer } from './smtp.ts'

/** Where readers open the site that `settings` describe. */
export function originOf({ origin, host, port }: Pick<Settings, 'origin' | 'host' | 'port'>): string {
  return origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * How mail leaves the installation that `settings` describe. With `isShown` it goes into the mailbox of the demonstration,
 * whatever the settings say. Throws `mail.no_sender` where there is a server and no address to send from.
 */
export function openMailer(settings: Settings, db: Db, isShown: boolean): Mailer {
  const origin = originOf(settings)
  if (isShown) return mailboxMailer(db, origin)
  if (!settings.mailServer) return noMailer(origin)
  if (!settings.mailFrom) throw new DomainError('mail.no_sender')
  return smtpMailer({ server: settings.mailServer, sender: settings.mailFrom, origin })
}
