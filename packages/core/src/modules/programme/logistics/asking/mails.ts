import type { MailTemplatesOf } from '../../../../platform/mail/template.ts'

interface LogisticsMails {
  'logistics.ask': { name: 'text'; edition: 'text'; link: 'link' }
}

declare module '../../../../platform/mail/template.ts' {
  interface Mails extends LogisticsMails {}
}

/** The mail that asks somebody who appears how they come and what they need. */
export const logisticsMails: MailTemplatesOf<keyof LogisticsMails> = {
  'logistics.ask': {
    title: { de: 'Angaben zu Ihrem Auftritt', en: 'Details of your appearance' },
    mode: 'review',
    placeholders: {
      name: { kind: 'text', means: { de: 'Name der Person', en: 'name of the person' } },
      edition: { kind: 'text', means: { de: 'Name der Ausgabe', en: 'name of the edition' } },
      link: { kind: 'link', means: { de: 'Seite mit den Angaben', en: 'page with the details' } },
    },
    subject: { de: '{edition}: Angaben zu Ihrem Auftritt', en: '{edition}: details of your appearance' },
    body: {
      de: `Guten Tag {name},

Sie wirken bei {edition} mit. Bitte sagen Sie uns, wann Sie da sein können, wie Sie anreisen und was Sie für Ihren Auftritt brauchen. Nehmen Sie per Video teil, nennen Sie uns bitte auch, wann wir die Verbindung mit Ihnen ausprobieren können:

{link}

Melden Sie sich dort mit dieser E-Mail-Adresse an. Sie können Ihre Angaben bis zur Veranstaltung jederzeit ändern. Nur wer das Programm macht, sieht sie; einige Zeit nach der Veranstaltung werden sie gelöscht.`,
      en: `Hello {name},

you take part in {edition}. Please tell us when you can be there, how you arrive and what you need for your appearance. If you take part by video, please also tell us when we can try out the connection with you:

{link}

Sign in there with this e-mail address. You can change your details at any time until the event. Only those who make the programme see them; some time after the event they are deleted.`,
    },
  },
}
