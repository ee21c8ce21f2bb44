import type { Schedule } from '@fachtag/formats/schedule/types'
import { slugify } from '../../../../kernel/slug.ts'

/** First and last day that the sessions of `schedule` name; null where they name none. */
function daysOf(schedule: Schedule): { first: string; last: string } | null {
  const days = schedule.sessions.flatMap(({ day, start }) => day ?? start?.slice(0, 10) ?? []).sort()
  const first = schedule.firstDay ?? days[0]
  if (!first) return null
  const last = schedule.lastDay ?? days.at(-1) ?? first
  return { first, last: [first, last].sort()[1]! }
}

/** The name without year and number: "FOSDEM 2026" → "FOSDEM", "31. Kongress" → "Kongress". */
function withoutNumber(title: string): string {
  const name = title
    .replace(/\b(19|20)\d\d\b/g, ' ')
    .replace(/^\s*\d{1,3}\.\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,:–-]+$/, '')
    .trim()
  return name || title
}

function mainLanguage(schedule: Schedule): 'de' | 'en' {
  const german = schedule.sessions.filter(({ language }) => language?.startsWith('de')).length
  const known = schedule.sessions.filter(({ language }) => language !== undefined).length
  return known > 0 && german * 2 < known ? 'en' : 'de'
}

/**
 * The edition that `schedule` describes, and the series that would hold it if there were none yet, as inputs of their
 * modules. An edition is called by the year of its first day, else by its title; one that ended before `today`
 * (`YYYY-MM-DD`) has been held.
 */
export function describeEdition(schedule: Schedule, today: string) {
  const days = daysOf(schedule)
  const seriesName = withoutNumber(schedule.title)
  const venue = schedule.city ? { city: schedule.city, ...(schedule.venue ? { name: schedule.venue } : {}) } : undefined
  return {
    series: { name: seriesName, slug: slugify(seriesName), language: mainLanguage(schedule) },
    edition: {
      slug: days?.first.slice(0, 4) ?? slugify(schedule.acronym ?? schedule.title),
      name: schedule.title,
      date: days ? { startsOn: days.first, endsOn: days.last } : undefined,
      timeZone: schedule.timeZone,
      state: days && days.last < today ? ('held' as const) : ('planned' as const),
      visibility: 'public' as const,
      venue,
    },
  }
}
