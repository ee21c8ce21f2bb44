import { type Locale, languageOf, localize } from '../../../kernel/localized-text.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { recallCatalogue, renewCatalogue } from './catalogue/queries.ts'
import type { Catalogue } from './catalogue/types.ts'
import { planSearch, readWordsBeginning } from './plan/queries.ts'
import { parseQuery } from './plan/rules.ts'
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

/** The documents with their texts, marked; fewer than asked for when the index has changed since they were ranked. */
async function readHits(db: Db, plan: Plan, page: readonly RankedDocument[], locale: Locale): Promise<SearchHit[]> {
  const marker = new Marker(plan)
  return (await readDocuments(db, page)).map((document) => toHit(document, marker, locale))
}

type Answer = Omit<SearchResult, 'didYouMean'> & { readonly plan: Plan; readonly isCurrent: boolean }

async function answer(db: Db, catalogue: Catalogue, plan: Plan, asked: Asked): Promise<Answer> {
  const { total, page, facets } = await rank(db, plan, catalogue, asked.filters, asked)
  const hits = await readHits(db, plan, page, asked.locale)
  const isCurrent = plan.version === catalogue.version && hits.length === page.length
  return { plan, total, hits, facets, isCurrent }
}

/** More often than this nobody changes the index while one search runs. */
const mostAttempts = 4

type Asked = { readonly filters: Filters; readonly locale: Locale; readonly limit: number; readonly offset: number }

/**
 * Answers by what this process remembers of the index, and anew when that turns out to be outdated or the index changes
 * meanwhile, so that nothing is answered from a mixture of two states. Null for a query without any word.
 */
async function answerQuery(db: Db, query: string, isUnfinished: boolean, asked: Asked): Promise<Answer | null> {
  let catalogue = await recallCatalogue(db)
  for (let attempt = 1; ; attempt++) {
    const plan = await planSearch(db, catalogue, query, isUnfinished)
    if (!plan) return null
    const answered = await answer(db, catalogue, plan, asked)
    if (answered.isCurrent || attempt === mostAttempts) return answered
    catalogue = await renewCatalogue(db, catalogue)
  }
}

/**
 * What the public can find for what somebody typed, best first. Finds inflected words, parts of compounds, other
 * spellings and wordings; typing errors and beginnings only where a word is unknown otherwise. Documents that hold every
 * word come first; where there are few, those with at least half of the words follow. Never fails for what was typed.
 */
export async function search(db: Db, input: SearchInput): Promise<SearchResult> {
  const { query, locale, offset, kinds = [], years = [], topics = [], lands = [] } = input
  const asked = { filters: { kinds, years, topics, lands }, locale, limit: Math.min(input.limit, 100), offset }
  const answered = await answerQuery(db, query, false, asked)
  if (!answered) return { total: 0, hits: [], facets: noFacets, didYouMean: null }
  const { total, hits, facets, plan } = answered
  return { total, hits, facets, didYouMean: plan.didYouMean }
}

/** What to offer for an unfinished query: words that go on as its last one, and the best hits. At most `limit` of each. */
export async function suggest(db: Db, text: string, locale: Locale = 'de', limit = 8): Promise<Suggestions> {
  const last = parseQuery(text).tokens.at(-1)
  if (!last) return { words: [], hits: [] }
  const [words, answered] = await Promise.all([
    readWordsBeginning(db, last.form, limit),
    answerQuery(db, text, true, { filters: noFilters, locale, limit, offset: 0 }),
  ])
  return {
    words: words.map((word) => word.surface),
    hits: (answered?.hits ?? []).map(({ kind, id, path, title, language, year }) => ({
      kind,
      id,
      path,
      title,
      language,
      year,
    })),
  }
}
