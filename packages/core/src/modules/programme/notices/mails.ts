import type { InBothLanguages, MailTemplatesOf, Placeholder } from '../../../platform/mail/template.ts'

/** What every mail about a release may name. */
interface NoticePlaceholders {
  name: 'text'
  edition: 'text'
  changes: 'passages'
  line: 'passages'
  calendar: 'passages'
}

interface NoticeMails {
  'notice.joined': NoticePlaceholders
  'notice.changes': NoticePlaceholders
}

declare module '../../../platform/mail/template.ts' {
  interface Mails extends NoticeMails {}
}

const passages = (de: string, en: string): Placeholder<'passages'> => ({ kind: 'passages', means: { de, en } })

const placeholders = {
  name: {
    kind: 'text',
    means: { de: 'Name der Person', en: 'name of the person' },
  } satisfies Placeholder<'text'>,
  edition: {
    kind: 'text',
    means: { de: 'Name der Ausgabe', en: 'name of the edition' },
  } satisfies Placeholder<'text'>,
  changes: passages(
    'Was sich für die Person ändert: Titel, Zeit und Raum, bisher und neu, Link zum Programmpunkt',
    'what changes for the person: title, time and room, before and now, link to the session',
  ),
  line: passages(
    'Was beim Veröffentlichen für alle dazugeschrieben wurde; entfällt, wo nichts steht',
    'what was added for everybody when publishing; left out where there is nothing',
  ),
  calendar: passages(
    'Link zum Kalender der Person; entfällt, wo sie keinen öffentlichen hat',
    'link to the calendar of the person; left out where there is no public one',
  ),
}

function notice(title: InBothLanguages, subject: InBothLanguages, body: InBothLanguages) {
  return { title, subject, body, placeholders, mode: 'review' } as const
}

/** What people are told when a release concerns them. */
export const noticeMails: MailTemplatesOf<keyof NoticeMails> = {
  'notice.joined': notice(
    { de: 'Sie stehen im Programm', en: 'You are in the programme' },
    { de: '{edition}: Sie stehen im Programm', en: '{edition}: you are in the programme' },
    {
      de: 'Guten Tag {name},\n\nSie stehen im Programm von {edition}:\n\n{changes}\n\n{line}\n\n{calendar}\n\nStimmt etwas nicht, oder kommt etwas dazwischen? Dann sagen Sie uns bitte bald Bescheid.\n\nFreundliche Grüße\nIhr Organisationsteam',
      en: 'Hello {name},\n\nyou are in the programme of {edition}:\n\n{changes}\n\n{line}\n\n{calendar}\n\nIs something wrong, or has something come up? Then please let us know soon.\n\nKind regards\nThe organisers',
    },
  ),
  'notice.changes': notice(
    { de: 'Änderung im Programm', en: 'Change in the programme' },
    { de: '{edition}: Änderung im Programm, die Sie betrifft', en: '{edition}: a change in the programme for you' },
    {
      de: 'Guten Tag {name},\n\nim Programm von {edition} hat sich etwas geändert, das Sie betrifft:\n\n{changes}\n\n{line}\n\n{calendar}\n\nPasst das nicht? Dann sagen Sie uns bitte bald Bescheid.\n\nFreundliche Grüße\nIhr Organisationsteam',
      en: 'Hello {name},\n\nsomething has changed in the programme of {edition} that concerns you:\n\n{changes}\n\n{line}\n\n{calendar}\n\nDoes this not suit you? Then please let us know soon.\n\nKind regards\nThe organisers',
    },
  ),
}
