import type { Locale } from '../../../kernel/localized-text.ts'
import { resolveLineup } from '../lineup/rules.ts'
import type { LineupEntry } from '../lineup/types.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { SessionType } from '../types.ts'
import type { PrintedDay, PrintedGroup, PrintedProgramme, PrintedSession } from './types.ts'

/** What the head of a printed programme says; every text in the language of the print. */
export type PrintedHead = {
  readonly title: string
  readonly motto: string
  readonly when: string
  /** Name of the release. */
  readonly release: string
}

/** From so many sessions on, the print needs two columns to stay a booklet. */
const manySessions = 60

const german = {
  types: {
    impulse: 'Impuls', talk: 'Vortrag', workshop: 'Workshop', panel: 'Podium', opening: 'Eröffnung', closing: 'Abschluss',
    break: 'Pause', networking: 'Netzwerken', poster: 'Poster', lightning: 'Kurzvortrag', other: 'Programmpunkt',
  } satisfies Record<SessionType, string>, // biome-ignore format: reads as a list
  clock: ' Uhr',
  minutes: 'Minuten',
  release: 'Programmstand',
  page: 'Seite',
  programme: 'Programm',
  dayUnknown: 'Tag nicht überliefert',
  timeUnknown: 'Uhrzeit nicht überliefert',
  together: 'Gemeinsam',
  cancelled: 'Entfällt',
  absent: 'verhindert',
  remote: 'per Video zugeschaltet',
  insteadOf: 'für',
  roles: { speaker: '', panelist: '', moderator: 'Moderation: ', host: 'Begrüßung: ' },
  footnote: 'Kursive Titel sind Beschreibungen: Der ursprüngliche Titel ist nicht überliefert.',
}

const english: typeof german = {
  types: {
    impulse: 'Keynote', talk: 'Talk', workshop: 'Workshop', panel: 'Panel', opening: 'Opening', closing: 'Closing',
    break: 'Break', networking: 'Networking', poster: 'Poster', lightning: 'Lightning talk', other: 'Session',
  }, // biome-ignore format: reads as a list
  clock: '',
  minutes: 'minutes',
  release: 'Programme version',
  page: 'Page',
  programme: 'Programme',
  dayUnknown: 'Day not on record',
  timeUnknown: 'Time not on record',
  together: 'For everyone',
  cancelled: 'Cancelled',
  absent: 'could not attend',
  remote: 'joining by video',
  insteadOf: 'for',
  roles: { speaker: '', panelist: '', moderator: 'Chair: ', host: 'Welcome: ' },
  footnote: 'Titles in italics are descriptions: the original title is not on record.',
}

const wordsOf = (locale: Locale) => (locale === 'de' ? german : english)

/** The programme for the template, days and times in order; what is unknown is said once for all it applies to. */
export function toPrintedProgramme(
  head: PrintedHead,
  sessions: readonly SessionCard[],
  locale: Locale,
): PrintedProgramme {
  const words = wordsOf(locale)
  const days = [...Map.groupBy(sessions, (session) => session.day)].sort(([a], [b]) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  )
  return {
    language: locale,
    title: head.title,
    motto: head.motto,
    when: head.when,
    release: `${words.release} ${head.release}`,
    page: words.page,
    footnote: sessions.some((session) => !session.titleIsGiven) ? words.footnote : '',
    columns: sessions.length > manySessions ? 2 : 1,
    days: days.map(([day, list]) => {
      const unknown = days.length === 1 ? words.programme : words.dayUnknown
      return toPrintedDay(day === null ? unknown : formatDay(day, locale), list, locale)
    }),
  }
}

function toPrintedDay(heading: string, sessions: readonly SessionCard[], locale: Locale): PrintedDay {
  const words = wordsOf(locale)
  const timed = sessions.filter((session) => session.startsAt !== null)
  const untimed = sessions.filter((session) => session.startsAt === null)
  const byTime = [...Map.groupBy(timed, (session) => session.startsAt!)].sort(([a], [b]) => (a < b ? -1 : 1))
  const byTrack = [...Map.groupBy(untimed, (session) => session.track?.name ?? words.together)]
  const toGroup = (heading: string, list: readonly SessionCard[]): PrintedGroup => ({
    heading,
    sessions: list.map((session) => toPrintedSession(session, locale)),
  })
  return {
    heading,
    notice: untimed.length > 0 && timed.length === 0 ? words.timeUnknown : '',
    groups: [
      ...byTime.map(([start, list]) => toGroup(start.slice(11) + words.clock, list)),
      ...byTrack.map(([track, list]) => toGroup(timed.length > 0 ? `${track}: ${words.timeUnknown}` : track, list)),
    ],
  }
}

/** "Mittwoch, 27. November 2024" */
function formatDay(day: string, locale: Locale): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'full' })
}

function toPrintedSession(session: SessionCard, locale: Locale): PrintedSession {
  const words = wordsOf(locale)
  const details = [
    words.types[session.type],
    session.startsAt === null ? undefined : session.track?.name,
    session.room?.name,
    session.durationMinutes === null ? undefined : `${session.durationMinutes} ${words.minutes}`,
  ]
  return {
    title: session.title,
    titleIsGiven: session.titleIsGiven,
    details: details.filter((one) => one !== undefined).join(' · '),
    people: resolveLineup(session.appearances).map((entry) => describePerson(entry, locale)),
    mark: session.state === 'cancelled' ? words.cancelled : '',
  }
}

function describePerson({ appearance, standsInFor }: LineupEntry, locale: Locale): string {
  const words = wordsOf(locale)
  const who = [appearance.name, appearance.function, appearance.organisationName].filter(Boolean).join(', ')
  const planned = standsInFor.at(-1)
  const notes = [
    planned ? `${words.insteadOf} ${planned.name ?? planned.organisationName}` : '',
    appearance.mode === 'remote' ? words.remote : '',
    appearance.state === 'cancelled' || appearance.state === 'replaced' ? words.absent : '',
  ].filter(Boolean)
  return words.roles[appearance.role] + who + (notes.length > 0 ? ` (${notes.join(', ')})` : '')
}
