import type { SessionType } from '../types.ts'
import type { NextEditionProposal, Predecessor } from './types.ts'

/** 52 weeks: the same day of the week, at most two days from the same date. */
const yearOfWeeks = 364

/** What the edition after `predecessor` may be called and when it may begin: a year later, on the same day of the week. */
export function proposeNext({ slug, name, number, startsOn }: Predecessor): NextEditionProposal {
  const year = /(?:19|20|21)\d\d/.exec(slug)?.[0] ?? startsOn?.slice(0, 4)
  const next = year ? String(Number(year) + 1) : undefined
  const renamed = year && next ? name.replaceAll(year, next) : name
  const renumbered = number === null ? renamed : renamed.replace(new RegExp(`\\b${number}\\.`), `${number + 1}.`)
  return {
    slug: year && next && slug.includes(year) ? slug.replace(year, next) : `${slug}-${next ?? 'neu'}`,
    name: renumbered,
    number: number === null ? null : number + 1,
    firstDay: startsOn && Temporal.PlainDate.from(startsOn).add({ days: yearOfWeeks }).toString(),
  }
}

/** How many days lie between the first days of two editions; null where one of them is not known. */
export function daysBetween(from: string | null, to: string | null | undefined): number | null {
  if (!from || !to) return null
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** `day` (`YYYY-MM-DD`) that many days later. */
export function shiftDay(day: string | null, days: number | null): string | null {
  return day === null || days === null ? null : Temporal.PlainDate.from(day).add({ days }).toString()
}

/**
 * A wall time that many days later: the same on the clock, also where summer time begins or ends in between. A time that
 * the new day leaves out becomes the one after the gap.
 */
export function shiftWallTime(start: string | null, days: number | null, timeZone: string): string | null {
  if (start === null || days === null) return null
  const moved = Temporal.PlainDateTime.from(start).add({ days })
  return moved.toZonedDateTime(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** Whether the clocks of `timeZone` never show `start` moved by that many days. */
export function fallsIntoGap(start: string | null, days: number | null, timeZone: string): boolean {
  if (start === null || days === null) return false
  const wanted = Temporal.PlainDateTime.from(start).add({ days }).toString({ smallestUnit: 'minute' })
  return shiftWallTime(start, days, timeZone) !== wanted
}

/** What makes the frame of a day, every year with the same words. */
const frameTypes: readonly SessionType[] = ['opening', 'closing', 'break', 'networking']

type Framed = { readonly type: SessionType; readonly isPlenary: boolean }

/** Whether a session is part of the skeleton: what frames the day, and what everybody attends. */
export function isSkeleton({ type, isPlenary }: Framed): boolean {
  return isPlenary || frameTypes.includes(type)
}

const words: Readonly<Record<SessionType, { readonly de: string; readonly en: string }>> = {
  impulse: { de: 'Impuls', en: 'Impulse' },
  talk: { de: 'Vortrag', en: 'Talk' },
  workshop: { de: 'Workshop', en: 'Workshop' },
  panel: { de: 'Podium', en: 'Panel' },
  opening: { de: 'Eröffnung', en: 'Opening' },
  closing: { de: 'Abschluss', en: 'Closing' },
  break: { de: 'Pause', en: 'Break' },
  networking: { de: 'Austausch', en: 'Networking' },
  poster: { de: 'Poster', en: 'Poster' },
  lightning: { de: 'Kurzvortrag', en: 'Lightning talk' },
  other: { de: 'Programmpunkt', en: 'Session' },
}

/** What a slot is called: its title where that is the same every year, else the kind of session, which is our own word. */
export function slotTitle(
  session: Framed & { readonly title: string; readonly titleIsGiven: boolean },
  language: string,
): { readonly title: string; readonly titleIsGiven: boolean } {
  if (frameTypes.includes(session.type)) return { title: session.title, titleIsGiven: session.titleIsGiven }
  return { title: words[session.type][language === 'en' ? 'en' : 'de'], titleIsGiven: false }
}
