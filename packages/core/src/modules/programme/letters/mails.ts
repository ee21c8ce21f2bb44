import type { InBothLanguages, MailTemplate, MailTemplatesOf, Placeholder } from '../../../platform/mail/template.ts'

/** What every letter to a group may name. */
interface LetterPlaceholders {
  name: 'text'
  series: 'text'
  edition: 'text'
  date: 'text'
  page: 'link'
}

interface LetterMails {
  'letter.free': LetterPlaceholders
  'letter.save_the_date': LetterPlaceholders
  'letter.speakers': LetterPlaceholders
  'letter.materials': LetterPlaceholders
}

declare module '../../../platform/mail/template.ts' {
  interface Mails extends LetterMails {}
}

const text = (de: string, en: string): Placeholder<'text'> => ({ kind: 'text', means: { de, en } })

export const letterPlaceholders = {
  name: text('Name der Person', 'name of the person'),
  series: text('Name der Reihe', 'name of the series'),
  edition: text('Name der Ausgabe', 'name of the edition'),
  date: text('Termin der Ausgabe, so genau er feststeht', 'date of the edition, as far as it is settled'),
  page: {
    kind: 'link',
    means: { de: 'Link zur Seite der Ausgabe', en: 'link to the page of the edition' },
  } satisfies Placeholder<'link'>,
}

function letter(title: InBothLanguages, subject: InBothLanguages, body: InBothLanguages) {
  return { title, subject, body, placeholders: letterPlaceholders, mode: 'review', isLetter: true } as const
}

/** What letters to groups begin with. Their writers go on from there. */
export const letterMails: MailTemplatesOf<keyof LetterMails> & Record<string, MailTemplate> = {
  'letter.free': letter(
    { de: 'Rundschreiben ohne Vorgabe', en: 'Circular from scratch' },
    { de: '{edition}', en: '{edition}' },
    {
      de: 'Guten Tag {name},\n\n\n\nMehr dazu: {page}\n\nFreundliche Grüße\nIhr Organisationsteam',
      en: 'Hello {name},\n\n\n\nMore about it: {page}\n\nKind regards\nThe organisers',
    },
  ),
  'letter.save_the_date': letter(
    { de: 'Termin vormerken', en: 'Save the date' },
    { de: 'Bitte vormerken: {edition}', en: 'Save the date: {edition}' },
    {
      de: 'Guten Tag {name},\n\nSie haben an einer früheren Ausgabe von „{series}“ mitgewirkt. Darum sagen wir Ihnen als Erste, wann es weitergeht.\n\n{edition}\n{date}\n\nAlles Weitere finden Sie hier, sobald es feststeht: {page}\n\nFreundliche Grüße\nIhr Organisationsteam',
      en: 'Hello {name},\n\nyou took part in an earlier edition of “{series}”. This is why you are the first to hear when the next one is.\n\n{edition}\n{date}\n\nEverything else will be here as soon as it is settled: {page}\n\nKind regards\nThe organisers',
    },
  ),
  'letter.speakers': letter(
    { de: 'Hinweise für Mitwirkende', en: 'Information for contributors' },
    { de: 'Ihr Auftritt: {edition}', en: 'Your contribution: {edition}' },
    {
      de: 'Guten Tag {name},\n\nSie stehen im Programm von {edition}. Bitte prüfen Sie, ob Titel, Zeit und Ihre Angaben stimmen: {page}\n\nTermin: {date}\n\nStimmt etwas nicht, oder kommt etwas dazwischen? Dann antworten Sie bitte auf diese Mail.\n\nFreundliche Grüße\nIhr Organisationsteam',
      en: 'Hello {name},\n\nyou are in the programme of {edition}. Please check that title, time and the information about you are right: {page}\n\nDate: {date}\n\nIs something wrong, or has something come up? Then please answer this mail.\n\nKind regards\nThe organisers',
    },
  ),
  'letter.materials': letter(
    { de: 'Bitte um Unterlagen', en: 'Asking for slides' },
    { de: 'Ihre Unterlagen: {edition}', en: 'Your slides: {edition}' },
    {
      de: 'Guten Tag {name},\n\nvielen Dank für Ihren Beitrag zu {edition}. Viele fragen nach den Folien. Dürfen wir sie veröffentlichen? Dann schicken Sie sie uns bitte als Antwort auf diese Mail, möglichst als barrierefreies PDF.\n\n{page}\n\nFreundliche Grüße\nIhr Organisationsteam',
      en: 'Hello {name},\n\nthank you for your contribution to {edition}. Many people ask for the slides. May we publish them? Then please send them in answer to this mail, as an accessible PDF if possible.\n\n{page}\n\nKind regards\nThe organisers',
    },
  ),
}
