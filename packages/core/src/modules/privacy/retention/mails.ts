import type { MailTemplatesOf } from '../../../platform/mail/template.ts'

interface RetentionMails {
  'privacy.account_idle': { on: 'date'; link: 'link' }
  'privacy.retention_ahead': { what: 'lines'; link: 'link' }
}

declare module '../../../platform/mail/template.ts' {
  interface Mails extends RetentionMails {}
}

/** The mails that announce what will be deleted. */
export const retentionMails: MailTemplatesOf<keyof RetentionMails> = {
  'privacy.account_idle': {
    title: { de: 'Konto wird gelöscht', en: 'Account will be deleted' },
    mode: 'now',
    placeholders: {
      on: { kind: 'date', means: { de: 'Tag der Löschung', en: 'day of the deletion' } },
      link: { kind: 'link', means: { de: 'Seite zum Anmelden', en: 'page to sign in' } },
    },
    subject: { de: 'Ihr Konto wird bald gelöscht', en: 'Your account will soon be deleted' },
    body: {
      de: `Guten Tag,

Sie haben sich lange nicht angemeldet. Wir löschen Ihr Konto deshalb am {on}.

Möchten Sie es behalten? Dann genügt es, sich vorher einmal anzumelden:

{link}`,
      en: `Hello,

you have not signed in for a long time. We will therefore delete your account on {on}.

Do you want to keep it? Then it is enough to sign in once before that day:

{link}`,
    },
  },
  'privacy.retention_ahead': {
    title: { de: 'Daten werden gelöscht', en: 'Data will be deleted' },
    mode: 'now',
    placeholders: {
      what: { kind: 'lines', means: { de: 'was wann gelöscht wird', en: 'what is deleted when' } },
      link: { kind: 'link', means: { de: 'Seite mit den Fristen', en: 'page with the periods' } },
    },
    subject: { de: 'Bald werden Daten gelöscht', en: 'Data will soon be deleted' },
    body: {
      de: `Guten Tag,

nach den Aufbewahrungsfristen werden demnächst Daten gelöscht:

{what}

Die Fristen, und wie Sie sie ändern, stehen hier:

{link}`,
      en: `Hello,

by the retention periods, data will be deleted before long:

{what}

The periods, and how to change them, are here:

{link}`,
    },
  },
}
