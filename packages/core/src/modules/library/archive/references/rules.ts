import type { ArchivedEdition, ArchivedSession } from '../editions/schema.ts'
import type { Archive } from '../schema.ts'
import type { ArchivePlace } from '../types.ts'

/** A slug that something is called by, or that is said to name something. */
type Mention = ArchivePlace & { readonly kind: string; readonly slug: string }
type Finding = ArchivePlace & { readonly message: string }
type Path = readonly (string | number)[]

/** Collects mentions of one file; `undefined` slugs are no mention. */
function mentionsIn(file: string, base: Path = []) {
  const list: Mention[] = []
  const add = (kind: string, slug: string | undefined, ...path: Path) => {
    if (slug !== undefined) list.push({ kind, slug, file, path: [...base, ...path] })
  }
  return { list, add }
}

/** The file that an edition is read from and written to. */
export function editionFile(slug: string): string {
  return `editions/${slug}.yaml`
}

function definitions(archive: Archive): Mention[] {
  const lists = ['organisations', 'people', 'topics', 'news', 'pages'] as const
  const plain = lists.flatMap((list) => {
    const { list: found, add } = mentionsIn(`${list}.yaml`)
    for (const [index, entry] of archive[list].entries()) add(list, entry.slug, index, 'slug')
    return found
  })
  const { list: rest, add } = mentionsIn('sources.yaml')
  for (const [index, source] of archive.sources.entries()) add('sources', source.key, index, 'key')
  const { list: categories, add: addCategory } = mentionsIn('series.yaml')
  for (const [index, category] of archive.series.newsCategories.entries()) {
    addCategory('newsCategories', category.slug, 'newsCategories', index, 'slug')
  }
  return [...plain, ...rest, ...categories, ...archive.editions.flatMap(editionDefinitions)]
}

function editionDefinitions(edition: ArchivedEdition): Mention[] {
  const { list, add } = mentionsIn(editionFile(edition.slug))
  add('editions', edition.slug, 'slug')
  for (const part of ['sessions', 'tracks', 'rooms'] as const) {
    for (const [index, one] of edition[part].entries()) add(`${part} of ${edition.slug}`, one.slug, part, index, 'slug')
  }
  return list
}

function sessionReferences(edition: ArchivedEdition, session: ArchivedSession, index: number): Mention[] {
  const { list, add } = mentionsIn(editionFile(edition.slug), ['sessions', index])
  add(`tracks of ${edition.slug}`, session.track, 'track')
  add(`rooms of ${edition.slug}`, session.room, 'room')
  add('sources', session.source, 'source')
  add('sources', session.recap?.source, 'recap', 'source')
  for (const [place, topic] of session.topics.entries()) add('topics', topic, 'topics', place)
  for (const [place, one] of session.people.entries()) {
    add('people', one.person, 'people', place, 'person')
    add('organisations', one.organisation, 'people', place, 'organisation')
  }
  return list
}

function editionReferences(edition: ArchivedEdition): Mention[] {
  const { list, add } = mentionsIn(editionFile(edition.slug))
  add('sources', edition.source, 'source')
  add('sources', edition.date?.source, 'date', 'source')
  add('sources', edition.recap?.source, 'recap', 'source')
  for (const [index, one] of edition.organisers.entries())
    add('organisations', one.organisation, 'organisers', index, 'organisation')
  for (const part of ['attendance', 'lands', 'announcements'] as const) {
    for (const [index, one] of edition[part].entries()) add('sources', one.source, part, index, 'source')
  }
  for (const [index, one] of edition.attendance.entries()) {
    add(`sessions of ${edition.slug}`, one.session, 'attendance', index, 'session')
  }
  for (const [index, one] of edition.announcements.entries())
    add('editions', one.edition, 'announcements', index, 'edition')
  return [...list, ...edition.sessions.flatMap((session, index) => sessionReferences(edition, session, index))]
}

function references(archive: Archive): Mention[] {
  const series = mentionsIn('series.yaml')
  for (const [index, contact] of archive.series.contacts.entries()) {
    series.add('people', contact.person, 'contacts', index, 'person')
    series.add('organisations', contact.organisation, 'contacts', index, 'organisation')
    series.add('editions', contact.edition, 'contacts', index, 'edition')
    series.add('sources', contact.source, 'contacts', index, 'source')
  }
  const sources = mentionsIn('sources.yaml')
  for (const [index, one] of archive.sources.entries()) sources.add('organisations', one.publisher, index, 'publisher')
  const news = mentionsIn('news.yaml')
  for (const [index, entry] of archive.news.entries()) {
    news.add('newsCategories', entry.category, index, 'category')
    news.add('editions', entry.edition, index, 'edition')
    news.add('sources', entry.source, index, 'source')
  }
  return [...series.list, ...sources.list, ...news.list, ...archive.editions.flatMap(editionReferences)]
}

function missingReplacements(edition: ArchivedEdition): Finding[] {
  return edition.sessions.flatMap((session, index) =>
    session.people.flatMap((one, place) => {
      const isThere = !one.replaces || session.people.some((other) => other !== one && other.person === one.replaces)
      const path = ['sessions', index, 'people', place, 'replaces']
      const message = `"${one.replaces}" is nobody else in this session`
      return isThere ? [] : [{ file: editionFile(edition.slug), path, message }]
    }),
  )
}

/** Every slug that is given twice, and every reference to something that the archive does not hold. */
export function checkReferences(archive: Archive): Finding[] {
  const known = new Map<string, Mention>()
  const twice: Finding[] = []
  const keyOf = ({ kind, slug }: Mention) => `${kind} ${slug}`
  for (const defined of definitions(archive)) {
    const { file, path } = defined
    if (known.has(keyOf(defined)))
      twice.push({ file, path, message: `"${defined.slug}" stands twice in ${defined.kind}` })
    known.set(keyOf(defined), defined)
  }
  const missing = references(archive)
    .filter((mention) => !known.has(keyOf(mention)))
    .map(({ file, path, slug, kind }) => ({ file, path, message: `"${slug}" is not in ${kind}` }))
  return [...twice, ...missing, ...archive.editions.flatMap(missingReplacements)]
}
