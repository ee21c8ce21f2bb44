import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { EditionDetail } from '@fachtag/core/modules/editions/types'
import type { ChangelogEntry } from '@fachtag/core/modules/programme/release/queries'
import type { Feed } from '@fachtag/formats/feed/atom'
import { formatInstant } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'
import { programmeAddress } from '#lib/programme/place.ts'
import { summariseReport } from './words.ts'

type Edition = Pick<EditionDetail, 'name' | 'slug' | 'series'>

/** The changes of a programme as a feed: an entry for each release but the first. */
export function changelogFeed(
  edition: Edition,
  entries: readonly ChangelogEntry[],
  origin: string,
  locale: Locale,
): Feed {
  const t = messages(locale).releases.changelog
  const place = programmeAddress(edition.series.slug, edition.slug, locale)
  const pageUrl = origin + place.changelog
  return {
    id: pageUrl,
    title: t.of(edition.name),
    language: locale,
    selfUrl: origin + place.changelogFeed,
    pageUrl,
    author: { name: edition.series.name, url: origin + place.edition },
    entries: entries.map(({ id, number, name, note, publishedAt, report }) => ({
      id: `urn:fachtag:${id}`,
      title: name === String(number) ? t.on(formatInstant(publishedAt, locale)) : name,
      url: `${pageUrl}#stand-${number}`,
      updatedAt: publishedAt,
      summary: [note, summariseReport(report, locale)].filter(Boolean).join('\n'),
      categories: [],
    })),
  }
}
