import type { Locale } from '../../../kernel/localized-text.ts'
import type { PersonImpact, SessionChange } from '../impact/types.ts'
import type { NoticePlace, Reach } from './types.ts'
import { calendarPassage, changePassages, linePassage } from './wording/rules.ts'

/**
 * Whom a release is told to, and what: of sessions that are over nobody wants a mail, and of an edition that is over
 * neither. `today`: a day, `YYYY-MM-DD`, where the edition is.
 */
export function whomToTell(people: readonly PersonImpact[], place: NoticePlace, today: string): PersonImpact[] {
  if (place.isHeld) return []
  const isAhead = ({ at, change }: SessionChange) => {
    const days = [at.day, change.kind === 'moved' ? change.from.day : at.day]
    return days.some((day) => day === null || day >= today)
  }
  return people.flatMap((person) => {
    const changes = person.changes.filter(isAhead)
    return changes.length > 0 ? [{ ...person, changes }] : []
  })
}

/** Who only hears that they are in the programme now is greeted with that, not with changes. */
export function templateOf(changes: readonly SessionChange[]): 'notice.joined' | 'notice.changes' {
  const isNew = changes.every(({ change }) => change.kind === 'joined' && change.insteadOf === null)
  return isNew ? 'notice.joined' : 'notice.changes'
}

const isThere = ({ change, isListed }: SessionChange) => isListed && change.kind !== 'left' && change.kind !== 'dropped'

/** The public pages of an edition for readers of `locale`; null while it is not public. */
export function editionAddress(origin: string, { path }: NoticePlace, locale: Locale): string | null {
  return path && `${origin}${locale === 'en' ? '/en' : ''}${path}`
}

/** What the placeholders of a mail about `changes` stand for. */
export function noticeValues(
  place: NoticePlace,
  reach: Reach,
  changes: readonly SessionChange[],
  { origin, line = '' }: { readonly origin: string; readonly line?: string | undefined },
) {
  const { locale, slug } = reach
  const home = editionAddress(origin, place, locale)
  const hasCalendar = home !== null && slug !== null && changes.some(isThere)
  return {
    name: reach.name,
    edition: place.editionName,
    changes: changePassages(changes, { timeZone: place.timeZone, locale, home }),
    line: linePassage(line),
    calendar: hasCalendar ? calendarPassage(`${origin}/personen/${slug}.ics`, locale) : [],
  }
}
