import type { ArchivedEdition, ArchivedRecap, ArchivedSession } from '../editions/schema.ts'
import type { Archive } from '../schema.ts'

function by<T>(key: (one: T) => string | number | undefined) {
  return (a: T, b: T) => {
    const [left, right] = [key(a) ?? '', key(b) ?? '']
    return left < right ? -1 : left > right ? 1 : 0
  }
}

const sorted = (words: readonly string[]) => [...new Set(words)].sort()

function withSource<R extends ArchivedRecap>(recap: R | undefined, source: string | undefined): R | undefined {
  return recap && { ...recap, source: recap.source ?? source }
}

/** A title that only says what the session is called says nothing. */
function withoutRepeatedTitle({ title, ...recap }: ArchivedRecap, of: string): ArchivedRecap {
  return title && (title.de !== of || title.en !== undefined) ? { ...recap, title } : recap
}

/** The one day on which an edition took place, where that is certain. */
function onlyDay({ state, date }: Pick<ArchivedEdition, 'state' | 'date'>): string | undefined {
  const isKnown = state === 'held' && date?.precision === 'day' && date.certainty === 'fixed'
  return isKnown && date.endsOn === date.startsOn ? date.startsOn : undefined
}

function canonicalSession(
  session: ArchivedSession,
  source: string | undefined,
  day: string | undefined,
): ArchivedSession {
  return {
    ...session,
    day: session.day ?? session.startsAt?.slice(0, 10) ?? day,
    topics: sorted(session.topics),
    source: session.source ?? source,
    recap: withSource(session.recap && withoutRepeatedTitle(session.recap, session.title), session.source ?? source),
  }
}

function canonicalEdition({ source, ...edition }: ArchivedEdition): ArchivedEdition {
  const day = onlyDay(edition)
  return {
    ...edition,
    attendance: edition.attendance.toSorted(by((one) => `${one.session ?? ''} ${String(one.count).padStart(9)}`)),
    lands: edition.lands.toSorted(by((one) => one.land)),
    announcements: edition.announcements.toSorted(by((one) => one.startsOn)),
    sessions: edition.sessions.map((session) => canonicalSession(session, source, day)),
    recap: withSource(edition.recap, source),
  }
}

/**
 * The one form that all archives of the same content share: lists without an order of their own are sorted, the source
 * of an edition stands at everything it applies to, its sessions name their day where it had only one, recaps do not repeat
 * the title of their session, and nothing is present but undefined.
 */
export function canonicalise(archive: Archive): Archive {
  const slug = by((one: { slug: string }) => one.slug)
  const canonical: Archive = {
    series: { ...archive.series, newsCategories: archive.series.newsCategories.toSorted(slug) },
    sources: archive.sources.toSorted(by((one) => one.key)),
    organisations: archive.organisations.map((one) => ({ ...one, aliases: sorted(one.aliases) })).sort(slug),
    people: archive.people.map((one) => ({ ...one, aliases: sorted(one.aliases) })).sort(slug),
    topics: archive.topics.map((one) => ({ ...one, synonyms: sorted(one.synonyms) })).sort(slug),
    news: archive.news.toSorted(slug),
    pages: archive.pages.toSorted(slug),
    editions: archive.editions.map(canonicalEdition).sort(slug),
  }
  return JSON.parse(JSON.stringify(canonical)) as Archive
}
