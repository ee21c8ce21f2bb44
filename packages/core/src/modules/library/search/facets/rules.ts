import type { Facts } from '../catalogue/types.ts'
import type { Filters } from '../ranking/types.ts'
import type { Facet, Facets } from '../types.ts'
import type { Group, Passes } from './types.ts'

/** Topics beyond these are passed over: nobody reads so many. */
const mostTopics = 50

function hasAny<T>(chosen: readonly T[], values: readonly T[]): boolean {
  return chosen.length === 0 || values.some((value) => chosen.includes(value))
}

/** The documents by what filters and facets see of them. What `facts` does not know is left out. */
export function groupDocuments<T extends { readonly id: number }>(
  documents: readonly T[],
  facts: ReadonlyMap<number, Facts>,
  { kinds, years, topics, lands }: Filters,
): Group<T>[] {
  const byFacts = Map.groupBy(documents, ({ id }) => facts.get(id))
  return Array.from(byFacts).flatMap(([shared, documents]) => {
    if (!shared) return []
    const passes: Passes = {
      kind: hasAny(kinds, [shared.kind]),
      year: hasAny(years, shared.years),
      topic: hasAny(topics, shared.topics),
      land: hasAny(lands, shared.lands),
    }
    return [{ facts: shared, passes, documents }]
  })
}

/** Whether all filters hold; `but` names one that need not. */
export function passesFilters(passes: Passes, but?: keyof Facets): boolean {
  return (['kind', 'year', 'topic', 'land'] as const).every((facet) => facet === but || passes[facet])
}

type Groups = readonly Group<unknown>[]

function count<T>(groups: Groups, facet: keyof Facets, valuesOf: (facts: Facts) => readonly T[]): Facet<T>[] {
  const counts = new Map<T, number>()
  for (const { facts, passes, documents } of groups)
    if (passesFilters(passes, facet))
      for (const value of valuesOf(facts)) counts.set(value, (counts.get(value) ?? 0) + documents.length)
  return Array.from(counts, ([value, count]) => ({ value, count }))
}

/** Most first; among equals in the order of their code units, which is the same everywhere. */
function commonestFirst<T extends string>(facets: readonly Facet<T>[]): Facet<T>[] {
  return facets.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** How many documents each value would leave, under all filters but those of its own facet. */
export function countFacets(groups: Groups): Facets {
  return {
    kind: commonestFirst(count(groups, 'kind', ({ kind }) => [kind])),
    year: count(groups, 'year', ({ years }) => years).toSorted((a, b) => b.value - a.value),
    topic: commonestFirst(count(groups, 'topic', ({ topics }) => topics)).slice(0, mostTopics),
    land: commonestFirst(count(groups, 'land', ({ lands }) => lands)),
  }
}
