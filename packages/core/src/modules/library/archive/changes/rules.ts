import { isDeepStrictEqual } from 'node:util'
import { foldName, parsePersonName } from '../../../people/persons/names/rules.ts'
import type { Archive } from '../schema.ts'
import type { ArchiveChange, ArchiveKind } from '../types.ts'

type Keyed = { readonly kind: ArchiveKind; readonly key: string; readonly value: unknown }

function entriesOf(archive: Archive): Keyed[] {
  const of = <T>(kind: ArchiveKind, list: readonly T[], key: (one: T) => string): Keyed[] =>
    list.map((value) => ({ kind, key: key(value), value }))
  const bySlug = (one: { readonly slug: string }) => one.slug
  return [
    { kind: 'series', key: archive.series.slug, value: archive.series },
    ...of('source', archive.sources, (one) => one.key),
    ...of('organisation', archive.organisations, bySlug),
    ...of('person', archive.people, bySlug),
    ...of('topic', archive.topics, bySlug),
    ...of('news', archive.news, bySlug),
    ...of('page', archive.pages, bySlug),
    ...archive.editions.flatMap(({ sessions, ...edition }) => [
      { kind: 'edition' as const, key: edition.slug, value: { ...edition, order: sessions.map(bySlug) } },
      ...of('session', sessions, (session) => `${edition.slug}/${session.slug}`),
    ]),
  ]
}

type Person = Archive['people'][number]

/** Whether `value` says nothing of the person that is not stored: people keep what an archive no longer says of them. */
function saysNothingNew(known: Person, value: Person): boolean {
  const leavesOutTitle =
    parsePersonName(value.name).academicTitle === null && foldName(known.name) === foldName(value.name)
  const told = Object.entries(value.biography)
  return (
    (value.name === known.name || (leavesOutTitle && known.name.endsWith(value.name))) &&
    value.aliases.every((alias) => known.aliases.includes(alias)) &&
    told.every(([locale, text]) => known.biography[locale as 'de' | 'en'] === text) &&
    (value.website === undefined || value.website === known.website)
  )
}

function isKept({ kind, value }: Keyed, known: Keyed): boolean {
  if (kind === 'page') return true
  if (kind === 'person') return saysNothingNew(known.value as Person, value as Person)
  return isDeepStrictEqual(known.value, value)
}

/**
 * What importing `after` does to what is stored, both in canonical form; `stored` is null where the series is new. Only
 * sessions of an edition that `after` holds are ever removed: whatever else it leaves out stays as it is, people keep what it
 * no longer says of them, and a page that exists keeps its text, because the operator may have written it.
 */
export function diffArchives(stored: Archive | null, after: Archive): ArchiveChange[] {
  const mapKey = ({ kind, key }: Keyed) => `${kind} ${key}`
  const before = new Map((stored ? entriesOf(stored) : []).map((entry) => [mapKey(entry), entry]))
  const next = entriesOf(after)
  const written = next.flatMap((entry): ArchiveChange[] => {
    const { kind, key } = entry
    const known = before.get(mapKey(entry))
    if (!known) return [{ change: 'added', kind, key }]
    return isKept(entry, known) ? [] : [{ change: 'changed', kind, key }]
  })
  const kept = new Set(next.map(mapKey))
  const editions = new Set(after.editions.map((edition) => edition.slug))
  const removed = [...before.values()]
    .filter((entry) => entry.kind === 'session' && editions.has(entry.key.split('/')[0]!) && !kept.has(mapKey(entry)))
    .map(({ kind, key }): ArchiveChange => ({ change: 'removed', kind, key }))
  return [...written, ...removed]
}
