import type { Locale } from '../../../../kernel/localized-text.ts'
import type { Passage, PassageLine, PassagePart } from '../../../../platform/mail/template.ts'
import type { Place } from '../../changelog/types.ts'
import type { PersonChange, SessionChange } from '../../impact/types.ts'
import { wallTimeAfter } from '../../wall-time/rules.ts'

/** What all sentences of one mail need to know. */
export type Wording = {
  readonly timeZone: string
  readonly locale: Locale
  /** The edition's public page; null while there is none. */
  readonly home: string | null
}

// A day without a zone is the same everywhere: it is read and written in one. Making a format takes longer than using it.
const form = { calendar: 'gregory', dateStyle: 'full', timeZone: 'UTC' } as const
const dayFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', form),
  en: new Intl.DateTimeFormat('en-GB', form),
}

function clock(wallTime: string, locale: Locale): string {
  const [hour = '', minute = ''] = wallTime.slice(11).split(':')
  return locale === 'de' ? `${Number(hour)}:${minute}` : `${hour}:${minute}`
}

const timeWords: Readonly<Record<Locale, (from: string, to: string | null) => string>> = {
  de: (from, to) => (to ? `${from} bis ${to} Uhr` : `${from} Uhr`),
  en: (from, to) => `${to ? `${from} to ${to}` : from} (local time)`,
}

function timeText({ startsAt, durationMinutes }: Place, { timeZone, locale }: Wording): string | null {
  if (startsAt === null) return null
  const to = durationMinutes ? clock(wallTimeAfter(startsAt, durationMinutes, timeZone), locale) : null
  return timeWords[locale](clock(startsAt, locale), to)
}

const open: Readonly<Record<Locale, string>> = {
  de: 'Zeit und Raum stehen noch nicht fest',
  en: 'time and room are not settled yet',
}

/** Day, time and room in one line, as far as they are known. */
export function placeParts(place: Place, wording: Wording): PassagePart[] {
  const { locale } = wording
  const day = place.day && dayFormats[locale].format(new Date(`${place.day}T12:00:00Z`))
  const when = [day, timeText(place, wording)].filter(Boolean).join(', ')
  if (place.room === null) return [{ words: when || open[locale] }]
  return when ? [{ words: `${when}, ` }, { text: place.room }] : [{ text: place.room }]
}

const words = {
  de: {
    quoted: ['„', '“'],
    joined: 'Sie sind dabei: ',
    standIn: ['Sie springen für ', ' ein. Vielen Dank! Termin: '],
    left: 'Sie sind dort nicht mehr eingeplant. Geplant war: ',
    replaced: ['Ihren Platz übernimmt ', '. Geplant war: '],
    before: 'Bisher: ',
    after: 'Neu: ',
    dropped: 'Der Programmpunkt entfällt. Geplant war: ',
    reinstated: 'Der Programmpunkt findet doch statt: ',
    retitled: 'Bisheriger Titel: ',
    company: 'Neben Ihnen ist jetzt dabei: ',
    gone: 'Nicht mehr dabei: ',
    calendar: 'Ihre Termine als Kalender, der jede Änderung übernimmt:',
  },
  en: {
    quoted: ['“', '”'],
    joined: 'You are on: ',
    standIn: ['You are standing in for ', '. Thank you! When: '],
    left: 'You are no longer on. It was planned for: ',
    replaced: ['Your place is taken by ', '. It was planned for: '],
    before: 'Before: ',
    after: 'Now: ',
    dropped: 'The session will not take place. It was planned for: ',
    reinstated: 'The session takes place after all: ',
    retitled: 'Former title: ',
    company: 'Now with you: ',
    gone: 'No longer with you: ',
    calendar: 'Your dates as a calendar that follows every change:',
  },
} as const

const line = (...parts: readonly PassagePart[]): PassageLine => ({ parts })
const names = (list: readonly string[]): PassagePart => ({ text: list.join(', ') })

/** What one change says, without the session that it is about. */
function tell(change: PersonChange, wording: Wording): PassageLine[] {
  const w = words[wording.locale]
  const at = (place: Place) => placeParts(place, wording)
  switch (change.kind) {
    case 'joined': {
      const [before, after] = w.standIn
      if (change.insteadOf === null) return [line({ words: w.joined }, ...at(change.at))]
      return [line({ words: before }, { text: change.insteadOf }, { words: after }, ...at(change.at))]
    }
    case 'left': {
      const [before, after] = w.replaced
      if (change.standIn === null) return [line({ words: w.left }, ...at(change.at))]
      return [line({ words: before }, { text: change.standIn }, { words: after }, ...at(change.at))]
    }
    case 'moved':
      return [line({ words: w.after }, ...at(change.to)), line({ words: w.before }, ...at(change.from))]
    case 'dropped':
      return [line({ words: w.dropped }, ...at(change.at))]
    case 'reinstated':
      return [line({ words: w.reinstated }, ...at(change.at))]
    case 'retitled':
      return [line({ words: w.retitled }, { text: change.from })]
    case 'company':
      return [
        ...(change.joined.length > 0 ? [line({ words: w.company }, names(change.joined))] : []),
        ...(change.left.length > 0 ? [line({ words: w.gone }, names(change.left))] : []),
      ]
  }
}

function headLine({ session, isListed }: SessionChange, { locale, home }: Wording): PassageLine[] {
  const [before, after] = words[locale].quoted
  const title = line({ words: before }, { text: session.title }, { words: after })
  const link = home && isListed ? `${home}/programm/beitrag/${session.slug}` : null
  return link ? [title, { parts: [], link }] : [title]
}

const moment = ({ at }: SessionChange) => at.startsAt ?? at.day ?? '~'

/**
 * Everything that changed for somebody, a passage for each session, by time: its title, its page, what is new and what was
 * before.
 */
export function changePassages(changes: readonly SessionChange[], wording: Wording): Passage[] {
  const sorted = changes.toSorted((a, b) => (moment(a) < moment(b) ? -1 : Number(moment(a) > moment(b))))
  const bySession = Map.groupBy(sorted, ({ session }) => session.id)
  return [...bySession.values()].map((list) => {
    const [title, ...link] = headLine(list[0]!, wording)
    return [title!, ...list.flatMap(({ change }) => tell(change, wording)), ...link]
  })
}

/** The line that organisers add for everybody; none where they wrote none. */
export function linePassage(text: string): Passage[] {
  const lines = text.split(/\r\n?|\n/).map((one) => one.trim())
  return text.trim() ? [lines.filter(Boolean).map((one) => line({ text: one }))] : []
}

/** The way to a person's own calendar. */
export function calendarPassage(address: string, locale: Locale): Passage[] {
  return [[line({ words: words[locale].calendar }), { parts: [], link: address }]]
}
