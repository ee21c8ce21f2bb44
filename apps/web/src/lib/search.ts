import type { Locale } from '@fachtag/core/kernel/localized-text'
import { type Facets, type MarkedText, type SearchInput, searchKinds } from '@fachtag/core/modules/library/search/types'
import { pageOf } from './paging.ts'

/** How many hits stand on a page. */
export const hitsPerPage = 20

/** The parameter of the address that narrows each facet. */
export const facetParameters = { kind: 'art', year: 'jahr', topic: 'thema', land: 'land' } as const satisfies Record<
  keyof Facets,
  string
>
export type FacetName = keyof typeof facetParameters

/** What the query of an address asks the search for. Values that cannot be meant are left out; a query is cut at 300 characters. */
export function readSearch(parameters: URLSearchParams, locale: Locale): SearchInput & { readonly page: number } {
  const all = (facet: FacetName) => parameters.getAll(facetParameters[facet]).slice(0, 30)
  const { page, offset } = pageOf(parameters.get('seite'), hitsPerPage)
  return {
    query: (parameters.get('q') ?? '').trim().slice(0, 300),
    locale,
    kinds: searchKinds.filter((kind) => all('kind').includes(kind)),
    years: all('year').flatMap((year) => (/^\d{4}$/.test(year) ? [Number(year)] : [])),
    topics: all('topic').filter((topic) => /^[a-z0-9-]{1,80}$/.test(topic)),
    lands: all('land').filter((land) => /^\d{2}$/.test(land)),
    limit: hitsPerPage,
    offset,
    page,
  }
}

/** The `query` of an address with `value` of `facet` chosen, or no longer chosen; from the first page. */
export function toggleFacet(query: string, facet: FacetName, value: string): string {
  const changed = new URLSearchParams(query)
  const name = facetParameters[facet]
  const isChosen = changed.getAll(name).includes(value)
  if (isChosen) changed.delete(name, value)
  else changed.append(name, value)
  changed.delete('seite')
  return `?${changed}`
}

/** A text in pieces, each marked or not, in order. */
export function pieces({ text, marks }: MarkedText): { readonly text: string; readonly isMarked: boolean }[] {
  const found: { text: string; isMarked: boolean }[] = []
  let end = 0
  for (const mark of marks) {
    if (mark.start > end) found.push({ text: text.slice(end, mark.start), isMarked: false })
    found.push({ text: text.slice(mark.start, mark.end), isMarked: true })
    end = mark.end
  }
  if (end < text.length) found.push({ text: text.slice(end), isMarked: false })
  return found
}
