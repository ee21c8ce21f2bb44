import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import { formatDay, formatDayOfYear } from '#lib/format/dates.ts'
import { formatClock } from '#lib/format/times.ts'
import type { WarningLanguage, WarningNames } from './types.ts'

/** Puts the parts of a warning into words: ids by their names, minutes, days and times as the language writes them. */
export function makeTeller(names: WarningNames, { locale, t }: WarningLanguage) {
  const clock = (wallTime: string) => formatClock(wallTime, locale)
  const list = new Intl.ListFormat(locale === 'de' ? 'de-DE' : 'en-GB', { type: 'conjunction' })
  const quoted = (name: string | undefined) => (name === undefined ? t.gone : t.quoted(name))
  const times = (from: string, minutes: number | null) =>
    minutes === null ? t.clock(clock(from)) : t.clocks(clock(from), clock(wallTimeOf(wallMinutes(from) + minutes)))
  const onItsDay = (day: string, text: string) =>
    names.hasManyDays ? t.onDay(formatDayOfYear(day, locale), text) : text
  const duration = (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return t.minutes(rest)
    return rest === 0 ? t.hours(hours) : t.hoursAndMinutes(t.hours(hours), t.minutes(rest))
  }
  return {
    t,
    quoted,
    person: (id: string) => names.person(id) ?? t.gone,
    room: (id: string) => quoted(names.room(id)),
    track: (id: string) => quoted(names.track(id)),
    list: (words: readonly string[]) => list.format(words),
    day: (day: string) => formatDay(day, locale),
    /** From one wall time to another on a day that is said already. */
    stretch: (from: string, until: string) => t.clocks(clock(from), clock(until)),
    /** A window that may begin on one day and end on another. */
    window({ from, until }: { readonly from: string; readonly until: string }): string {
      const [begins, ends] = [from.slice(0, 10), until.slice(0, 10)]
      if (begins === ends) return onItsDay(begins, t.clocks(clock(from), clock(until)))
      const at = (wallTime: string) => t.onDay(formatDayOfYear(wallTime.slice(0, 10), locale), t.clock(clock(wallTime)))
      return t.fromUntil(at(from), at(until))
    },
    duration,
    /** How long sessions run together: where one of them has no known length, only what is certain. */
    overlap(sessionIds: readonly string[], minutes: number): string {
      const isKnown = sessionIds.every((id) => names.session(id)?.durationMinutes !== null)
      return isKnown ? duration(minutes) : t.atLeast(duration(minutes))
    },
    /** A session with its time and room, as far as they are known. */
    session(id: string | undefined): string {
      const session = id === undefined ? undefined : names.session(id)
      if (!session) return t.gone
      const { title, day, startsAt, durationMinutes, roomId } = session
      const when = startsAt && onItsDay(day ?? startsAt.slice(0, 10), times(startsAt, durationMinutes))
      const place = [when, roomId && names.room(roomId)].filter(Boolean).join(', ')
      return place ? t.placed(title, place) : t.quoted(title)
    },
    slot(id: string): string {
      const slot = names.slot(id)
      return slot ? onItsDay(slot.day, times(slot.startsAt, slot.durationMinutes)) : t.gone
    },
  }
}
export type Teller = ReturnType<typeof makeTeller>
