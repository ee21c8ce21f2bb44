import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'

/** A track or a room as the draft has it. */
type Place = { readonly id: string; readonly slug: string; readonly name: string; readonly position: number }
/** A track or a room as a file names it. */
type NamedPlace = { readonly name: string; readonly slug?: string | undefined }

/** Leaves the known ones where they are, the new ones behind them. */
function numberBehind<T extends Place>(matched: readonly T[], isNew: (place: T) => boolean): T[] {
  let last = Math.max(-1, ...matched.filter((place) => !isNew(place)).map((place) => place.position))
  return matched.map((place) => (isNew(place) ? { ...place, position: ++last } : place))
}

/** Keeps the numbers where the file's order is the stored one and new ones only follow; else counts anew. */
function numberInOrder<T extends Place>(inOrder: readonly T[], isNew: (place: T) => boolean): T[] {
  let last = { position: -1, slug: '' }
  const numbered = inOrder.map((place) => {
    const next = isNew(place) ? { ...place, position: last.position + 1 } : place
    const follows = next.position > last.position || (next.position === last.position && next.slug > last.slug)
    last = next
    return { next, follows }
  })
  const firstNew = inOrder.findIndex(isNew)
  const isAppended = firstNew < 0 || inOrder.slice(firstNew).every(isNew)
  if (isAppended && numbered.every(({ follows }) => follows)) return numbered.map(({ next }) => next)
  return inOrder.map((place, position) => ({ ...place, position }))
}

/**
 * Matches the tracks or rooms that a file names with the stored ones, by name and else by slug, and puts
 * them in the file's order, where that means anything (`isOrdered`). `fallback` is the slug of a name without letters.
 * `update` lays what the file says over a stored one; `create` makes a new one. Answers each by the name the file uses.
 */
export function matchPlaces<N extends NamedPlace, T extends Place>(
  named: readonly N[],
  stored: readonly T[],
  { fallback, isOrdered }: { readonly fallback: string; readonly isOrdered: boolean },
  update: (place: T, said: N) => T,
  create: (said: N, slug: string) => T,
): Map<string, T> {
  const taken = new Set(stored.map((place) => place.slug))
  const free = new Set(stored)
  const take = (fits: (place: T) => boolean) => {
    const found = [...free].find(fits)
    if (found) free.delete(found)
    return found
  }
  const byName = named.map((said) => take((place) => place.name === said.name))
  const matched = named.map((said, index) => {
    const slug = slugify(said.slug ?? said.name)
    const place = byName[index] ?? take((candidate) => candidate.slug === slug)
    return place ? update(place, said) : create(said, uniqueSlug(slug, taken, fallback))
  })
  const known = new Set(stored.map((place) => place.id))
  const isNew = (place: T) => !known.has(place.id)
  const numbered = isOrdered ? numberInOrder(matched, isNew) : numberBehind(matched, isNew)
  return new Map(named.map((said, index) => [said.name, numbered[index]!]))
}

/** The stored places that stay: those the file names, those still in use, and those that this source never brought. */
export function keepPlaces<T extends Place>(
  stored: readonly T[],
  named: ReadonlyMap<string, T>,
  brought: readonly string[],
  usedIds: ReadonlySet<string | null>,
): T[] {
  const present = new Set([...named.values()].map((place) => place.id))
  const others = stored.filter((place) => !present.has(place.id))
  return [...named.values(), ...others.filter((place) => usedIds.has(place.id) || !brought.includes(place.id))]
}
