import { erasedPerson } from '../../people/persons/erased/rules.ts'

/** Somebody who leaves programmes that were published. */
export type Leaving = {
  readonly personIds: readonly string[]
  readonly names: readonly string[]
  /** Parts of addresses that are their name, and nobody else's. */
  readonly slugs: readonly string[]
}

const anonymous: Readonly<Record<string, string | null>> = {
  personId: erasedPerson.id,
  personSlug: erasedPerson.slug,
  name: erasedPerson.name,
  function: null,
  note: null,
}

function anonymise(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, key in anonymous ? anonymous[key] : value]),
  )
}

/** A list of people as a report of changes tells it. */
function withoutNames(list: unknown, names: readonly string[]): unknown {
  if (typeof list !== 'string') return list
  const gone = new Set(names.map((name) => name.toLowerCase()))
  return list
    .split(', ')
    .map((name) => (gone.has(name.toLowerCase()) ? erasedPerson.name : name))
    .join(', ')
}

/** What finds one of `slugs` within an address, as a regular expression of JavaScript and of PostgreSQL; undefined where there are none. */
export function slugPattern(slugs: readonly string[]): string | undefined {
  return slugs.length > 0 ? `(?<![a-z0-9])(?:${slugs.join('|')})(?![a-z0-9])` : undefined
}

/**
 * The address of the session `id` without the name of who leaves. The end of the id keeps it apart from others: two people
 * may leave sessions that were called alike.
 */
export function renameSession(id: string, slug: string, pattern: string): string {
  return slug.replace(new RegExp(pattern, 'g'), `person-entfernt-${id.slice(-6)}`)
}

type Entry = Readonly<Record<string, unknown>>

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is told about the session `id`, with its address renamed, and with a change of its address told with the new ones. */
function withNewAddress(entry: Entry, id: string, pattern: string): Entry {
  const rename = (slug: unknown) => (typeof slug === 'string' ? renameSession(id, slug, pattern) : slug)
  const renamed = 'slug' in entry ? { ...entry, slug: rename(entry.slug) } : entry
  const { fields } = entry
  if (!isEntry(fields) || !isEntry(fields.slug)) return renamed
  const { from, to } = fields.slug
  return { ...renamed, fields: { ...fields, slug: { from: rename(from), to: rename(to) } } }
}

/**
 * A document that a release keeps, without who leaves: their appearances are the erased person's, without the function of
 * that day, the lists of people in a report of changes name nobody in their place, and addresses of sessions lose the
 * name. Everything else stays as it is.
 */
export function forgetInDocument(document: unknown, leaving: Leaving): unknown {
  if (Array.isArray(document)) return document.map((entry) => forgetInDocument(entry, leaving))
  if (!isEntry(document)) return document
  if (typeof document.personId === 'string' && leaving.personIds.includes(document.personId)) return anonymise(document)
  if (document.field === 'people') {
    const { from, to } = document
    return { ...document, from: withoutNames(from, leaving.names), to: withoutNames(to, leaving.names) }
  }
  const pattern = slugPattern(leaving.slugs)
  const entry = pattern && typeof document.id === 'string' ? withNewAddress(document, document.id, pattern) : document
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, forgetInDocument(value, leaving)]))
}
