import type { MailTemplatesOf } from '../../../platform/mail/template.ts'

interface ErasureMails {
  'privacy.confirm_erasure': { link: 'link'; until: 'moment' }
}

declare module '../../../platform/mail/template.ts' {
  interface Mails extends ErasureMails {}
}

/** The mail that asks whether somebody really wants to be erased. */
export const erasureMails: MailTemplatesOf<keyof ErasureMails> = {
  'privacy.confirm_erasure': {
    title: { de: 'Löschen der eigenen Daten bestätigen', en: 'Confirm the erasure of own data' },
    mode: 'now',
    isSecret: true,
    placeholders: {
      link: { kind: 'link', means: { de: 'der Link', en: 'the link' } },
      until: { kind: 'moment', means: { de: 'bis wann der Link gilt', en: 'until when the link is valid' } },
    },
    subject: { de: 'Sollen Ihre Daten gelöscht werden?', en: 'Shall your data be erased?' },
    body: {
      de: `Guten Tag,

Sie haben darum gebeten, dass alles gelöscht wird, was wir über Sie gespeichert haben. Das lässt sich nicht rückgängig machen. Mit diesem Link bestätigen Sie es bis {until}:

{link}

Das waren nicht Sie? Dann löschen Sie diese Nachricht; es bleibt alles, wie es ist.`,
      en: `Hello,

you asked us to erase everything that we have stored about you. This cannot be undone. This link confirms it until {until}:

{link}

If this was not you, delete this message; everything stays as it is.`,
    },
  },
}
