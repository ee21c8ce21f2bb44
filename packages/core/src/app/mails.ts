import { mailMails } from '../modules/messages/mail/mails.ts'
import { accountMails } from '../modules/people/accounts/mails.ts'
import { erasureMails } from '../modules/privacy/erasure/mails.ts'
import { retentionMails } from '../modules/privacy/retention/mails.ts'
import { consentMails } from '../modules/programme/consents/mails.ts'
import { letterMails } from '../modules/programme/letters/mails.ts'
import { logisticsMails } from '../modules/programme/logistics/asking/mails.ts'
import { noticeMails } from '../modules/programme/notices/mails.ts'
import type { MailName, MailTemplate } from '../platform/mail/template.ts'

/** Every mail that the product writes, with its built-in text. */
export const mails: Readonly<Record<MailName, MailTemplate>> = {
  ...mailMails,
  ...letterMails,
  ...accountMails,
  ...consentMails,
  ...logisticsMails,
  ...erasureMails,
  ...retentionMails,
  ...noticeMails,
}
