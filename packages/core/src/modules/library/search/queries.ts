import { type Locale, languageOf, localize } from '../../../kernel/localized-text.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { planSearch, readWordsBeginning } from './plan/queries.ts'
import type { Plan } from './plan/types.ts'
import { rank } from './ranking/queries.ts'
import type { Filters, RankedDocument } from './ranking/types.ts'
import { Marker, markAll, passage, reasons } from './snippets/rules.ts'
import type { Facets, SearchHit, SearchInput, SearchResult, Suggestions } from './types.ts'

const noFilters: Filters = { kinds: [], years: [], topics: [], lands: [] }
const noFacets: Facets = { kind: [], year: [], topic: [], land: [] }

async function readDocuments(db: Db, page: readonly RankedDocument[]) {
  if (page.length === 0) return []
  const ids = page.map((ranked) => ranked.id)
  const rows = await db
    .selectFrom('search_documents')
    .innerJoin('search_texts', 'document_id', 'id')
    .select(['id', 'kind', 'ref_id', 'latest_year', 'language', 'path', 'edition'])
    .select(['title', 'subtitle', 'people', 'names', 'body'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap(({ id, isComplete }) => {
    const row = byId.get(id)
    return row ? [{ row, isComplete }] : []
  })
}

type Found = Awaited<ReturnType<typeof readDocuments>>[number]

function toHit({ row, isComplete }: Found, marker: Marker, locale: Locale): SearchHit {
  const language = languageOf(row.title, locale)
  const isGerman = language === 'de'
  const texts = [localize(row.title, locale), localize(row.subtitle, locale), row.people, localize(row.body, locale)]
  const findings = texts.map((text, i) => marker.find(text, i === 2 || isGerman))
  return {
    kind: row.kind,
    id: row.ref_id,
    path: row.path,
    title: markAll(texts[0]!, findings[0]!),
    subtitle: markAll(texts[1]!, findings[1]!),
    people: passage(texts[2]!, findings[2]!),
    snippet: passage(texts[3]!, findings[3]!),
    language: row.language === 'de' || row.language === 'en' ? language : row.language,
    edition: row.edition,
    year: row.latest_year,
    why: reasons(findings.flat(), marker.find(row.names, true)),
    isComplete,
  }
}

async function answer(db: Db, plan: Plan, input: SearchInput): Promise<SearchResult> {
  const filters: Filters = {
    kinds: input.kinds ?? [],
    years: input.years ?? [],
    topics: input.topics ?? [],
    lands: input.lands ?? [],
  }
  const { total, page, facets } = await rank(db, plan, filters, {
    limit: Math.min(input.limit, 100),
    offset: input.offset,
  })
  const marker = new Marker(plan)
  const hits = (await readDocuments(db, page)).map((document) => toHit(document, marker, input.locale))
  return { total, hits, facets, didYouMean: plan.didYouMean }
}

/**
 * What the public can find for what somebody typed, best first. Finds inflected words, parts of compounds, other
 * spellings and wordings; typing errors and beginnings only where a word is unknown otherwise. Documents that hold every
 * word come first; where there are few, those with at least half of the words follow. Never fails for what was typed.
 */
export async function search(db: Db, input: SearchInput): Promise<SearchResult> {
  const plan = await planSearch(db, input.query)
  if (!plan) return { total: 0, hits: [], facets: noFacets, didYouMean: null }
  return answer(db, plan, input)
}

/** What to offer for an unfinished query: words that go on as its last one, and the best hits. At most `limit` of each. */
export async function suggest(db: Db, text: string, locale: Locale = 'de', limit = 8): Promise<Suggestions> {
  const plan = await planSearch(db, text, true)
  if (!plan) return { words: [], hits: [] }
  const words = await readWordsBeginning(db, plan.query.tokens.at(-1)!.form, limit)
  const { page } = await rank(db, plan, noFilters, { limit, offset: 0 })
  const marker = new Marker(plan)
  const hits = (await readDocuments(db, page)).map((document) => toHit(document, marker, locale))
  return {
    words: words.map((word) => word.surface),
    hits: hits.map(({ kind, id, path, title, language, year }) => ({ kind, id, path, title, language, year })),
  }
}
