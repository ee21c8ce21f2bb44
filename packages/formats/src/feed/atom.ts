import { element, optional, type XmlFragment, xmlDocument } from '../xml/element.ts'

export type Feed = {
  /** An IRI that never changes, for example the feed's address. */
  readonly id: string
  readonly title: string
  readonly subtitle?: string | undefined
  /** BCP 47. */
  readonly language?: string | undefined
  /** Address of this feed, and of the page that shows the same. */
  readonly selfUrl: string
  readonly pageUrl: string
  readonly author: FeedAuthor
  /** ISO 8601 instant; the latest of the entries when absent. */
  readonly updatedAt?: string | undefined
  readonly rights?: string | undefined
  readonly entries: readonly FeedEntry[]
}

export type FeedAuthor = {
  readonly name: string
  readonly url?: string | undefined
  readonly email?: string | undefined
}

export type FeedEntry = {
  /** An IRI that never changes, whatever happens to title and address. */
  readonly id: string
  readonly title: string
  readonly url: string
  /** ISO 8601 instants. */
  readonly updatedAt: string
  readonly publishedAt?: string | undefined
  /** Plain text. */
  readonly summary?: string | undefined
  /** HTML, made safe by who wrote it; travels escaped. */
  readonly html?: string | undefined
  readonly categories?: readonly string[] | undefined
  readonly author?: FeedAuthor | undefined
}

/** Writes an Atom feed (RFC 4287). A feed without entries and without `updatedAt` says 1970, because it must say something. */
export function writeFeed(feed: Feed): string {
  const latest = feed.entries
    .map((entry) => timestamp(entry.updatedAt))
    .toSorted()
    .at(-1)
  const updated = feed.updatedAt ? timestamp(feed.updatedAt) : (latest ?? '1970-01-01T00:00:00Z')
  const root = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
    element('id', {}, [feed.id]),
    element('title', {}, [feed.title]),
    optional('subtitle', feed.subtitle),
    element('updated', {}, [updated]),
    person('author', feed.author),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
    optional('rights', feed.rights),
    element('generator', {}, ['Fachtag']),
    ...feed.entries.map(entryElement),
  ])
  return xmlDocument(root)
}

function entryElement(entry: FeedEntry): XmlFragment {
  return element('entry', {}, [
    element('id', {}, [entry.id]),
    element('title', {}, [entry.title]),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    element('updated', {}, [timestamp(entry.updatedAt)]),
    optional('published', entry.publishedAt && timestamp(entry.publishedAt)),
    entry.author && person('author', entry.author),
    ...(entry.categories ?? []).map((term) => element('category', { term })),
    optional('summary', entry.summary),
    entry.html === undefined ? undefined : element('content', { type: 'html' }, [entry.html]),
  ])
}

function person(name: string, author: FeedAuthor): XmlFragment {
  const parts = [element('name', {}, [author.name]), optional('uri', author.url), optional('email', author.email)]
  return element(name, {}, parts)
}

function timestamp(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' })
}
