import type { MailTemplatesOf } from '../../../platform/mail/template.ts'

interface ConsentMails {
  'consent.ask': { name: 'text'; edition: 'text'; link: 'link' }
}

declare module '../../../platform/mail/template.ts' {
  interface Mails extends ConsentMails {}
}

/** The mail that asks somebody who appears for their consents. */
export const consentMails: MailTemplatesOf<keyof ConsentMails> = {
  'consent.ask': {
    title: { de: 'Bitte um Einwilligungen', en: 'Request for consents' },
    mode: 'review',
    placeholders: {
      name: { kind: 'text', means: { de: 'Name der Person', en: 'name of the person' } },
      edition: { kind: 'text', means: { de: 'Name der Ausgabe', en: 'name of the edition' } },
      link: { kind: 'link', means: { de: 'Seite mit den Einwilligungen', en: 'page with the consents' } },
    },
    subject: { de: '{edition}: Was dürfen wir veröffentlichen?', en: '{edition}: what may we publish?' },
    body: {
      de: `Guten Tag {name},

Sie wirken bei {edition} mit. Bitte sagen Sie uns, ob wir Ihre Folien, eine Aufzeichnung Ihres Beitrags und Fotos veröffentlichen dürfen und ob Sie im Personenverzeichnis stehen möchten:

{link}

Melden Sie sich dort mit dieser E-Mail-Adresse an. Sie können jede Antwort jederzeit ändern. Antworten Sie nicht, veröffentlichen wir weder Folien noch Aufzeichnung noch Fotos.`,
      en: `Hello {name},

you take part in {edition}. Please tell us whether we may publish your slides, a recording of your contribution and photos, and whether you want to be listed in the directory of people:

{link}

Sign in there with this e-mail address. You can change every answer at any time. If you do not answer, we publish neither slides nor a recording nor photos.`,
    },
  },
}
