import type { Locale } from '@fachtag/core/kernel/localized-text'
import { address } from '#lib/addresses.ts'

/** The addresses around one programme, in the language of the reader. */
export type ProgrammeAddress = {
  readonly locale: Locale
  readonly edition: string
  readonly programme: string
  readonly selection: string
  /** A day (`YYYY-MM-DD`), or with null what has none. */
  day(day: string | null): string
  session(slug: string): string
  sessionCalendar(slug: string): string
  trackCalendar(slug: string): string
  export(format: string): string
  /** What has changed since the programme was first published, as a page and as a feed. */
  readonly changelog: string
  readonly changelogFeed: string
}

/** The part of the address of a programme page that stands for the sessions whose day is unknown. */
export const withoutDay = 'ohne-tag'

export function programmeAddress(series: string, edition: string, locale: Locale): ProgrammeAddress {
  const home = address(`/${series}/${edition}`, locale)
  const programme = `${home}/programm`
  return {
    locale,
    edition: home,
    programme,
    selection: `${home}/merkliste`,
    day: (day) => `${programme}/${day ?? withoutDay}`,
    session: (slug) => `${programme}/beitrag/${slug}`,
    sessionCalendar: (slug) => `${programme}/beitrag/${slug}.ics`,
    trackCalendar: (slug) => `${programme}/reihe/${slug}.ics`,
    export: (format) => `${programme}.${format}`,
    changelog: `${programme}/aenderungen`,
    changelogFeed: `${programme}/aenderungen.atom`,
  }
}
