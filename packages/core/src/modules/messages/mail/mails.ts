import type { MailTemplatesOf } from '../../../platform/mail/template.ts'

declare module '../../../platform/mail/template.ts' {
  interface Mails {
    'mail.test': { site: 'link'; moment: 'moment' }
  }
}

export const mailMails: MailTemplatesOf<'mail.test'> = {
  'mail.test': {
    title: { de: 'Probe des Mailversands', en: 'Test of the mail delivery' },
    placeholders: {
      site: { kind: 'link', means: { de: 'Adresse der Site', en: 'Address of the site' } },
      moment: { kind: 'moment', means: { de: 'Zeitpunkt der Probe', en: 'Time of the test' } },
    },
    subject: { de: 'Probe: Fachtag kann Mails versenden', en: 'Test: Fachtag can send mail' },
    body: {
      de: 'Guten Tag,\n\ndiese Mail ist eine Probe vom {moment}. Sie ist angekommen, also stimmt die Einrichtung.\n\n{site}',
      en: 'Hello,\n\nthis mail is a test of {moment}. It has arrived, so the settings are right.\n\n{site}',
    },
    mode: 'now',
  },
}
