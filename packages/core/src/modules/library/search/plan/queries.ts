import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { Analyser } from '../../../../platform/german/analysis.ts'
import { toleratedMistakes } from '../../../../platform/german/distance.ts'
import { stem } from '../../../../platform/german/stem.ts'
import { relatedWordings } from '../catalogue/rules.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { readPostings } from '../postings/queries.ts'
import {
  asTypos,
  buildSlots,
  extendWord,
  likelySpellings,
  parseQuery,
  respell,
  shippedSpellings,
  unknownTokens,
  wordingKeys,
} from './rules.ts'
import type { ParsedQuery, Plan, Slot, WordCandidate } from './types.ts'

/** More unknown words than this are not guessed at: whoever types them means something else. */
const mostMended = 3

function termsOf(slots: readonly Slot[]): string[] {
  return [...new Set(slots.flatMap((slot) => [...slot.alternatives.keys()]))]
}

/** The commonest words of the corpus that begin with a folded `beginning`. */
export async function readWordsBeginning(db: Db, beginning: string, limit: number): Promise<WordCandidate[]> {
  return db
    .selectFrom('search_words')
    .select(['word', 'surface', 'documents'])
    .where('word', '>=', beginning)
    .where('word', '<', `${beginning}\u{10ffff}`)
    .orderBy('documents', 'desc')
    .orderBy('word')
    .limit(limit)
    .execute()
}

/** Words that share letters with `form`: by trigrams, and for short words also those with the same first letter. */
async function readWordsLike(db: Db, form: string): Promise<WordCandidate[]> {
  const limit = toleratedMistakes(form.length)
  const short = form.length < 8 ? form.slice(0, 1) : null
  const found = await sql<WordCandidate>`select word, surface, documents from search_words
    where length(word) between ${form.length - limit} and ${form.length + limit} and (word % ${form}
      or (${short}::text is not null and word >= ${short} and word < ${short} || ${'\u{10ffff}'}))`.execute(db)
  return found.rows
}

/** Those of `words` that something in the corpus answers: as a part of compounds, or by another wording. */
async function keepAnswered(db: Db, words: readonly WordCandidate[]): Promise<WordCandidate[]> {
  if (words.length === 0) return []
  const stems = words.map(({ word }) => stem(word))
  const found = await sql<{ stem: string }>`select s.stem from unnest(${stems}::text[]) as s(stem)
    where exists (select from search_postings p where p.term = s.stem) or exists (
      select from search_concepts c join search_postings p on p.term = '#' || c.concept where c.wording = s.stem)`.execute(
    db,
  )
  const answered = new Set(found.rows.map((row) => row.stem))
  return words.filter((_, i) => answered.has(stems[i]!))
}

async function readSpellings(db: Db, form: string): Promise<WordCandidate[]> {
  const [corpus, shipped] = await Promise.all([readWordsLike(db, form), keepAnswered(db, shippedSpellings(form))])
  const known = new Set(corpus.map(({ word }) => word))
  return likelySpellings(form, [...corpus, ...shipped.filter(({ word }) => !known.has(word))])
}

/** The likely words for each unknown one, and the beginnings for the last. */
type Guesses = {
  readonly meant: ReadonlyMap<number, readonly WordCandidate[]>
  readonly begun: readonly WordCandidate[]
}

async function guess(db: Db, query: ParsedQuery, unknown: readonly number[]): Promise<Guesses> {
  const meant = new Map<number, readonly WordCandidate[]>()
  for (const index of unknown.slice(0, mostMended)) {
    const { form } = query.tokens[index]!
    const isLast = index === query.tokens.length - 1
    const begun = isLast && form.length >= 3 ? await readWordsBeginning(db, form, 20) : []
    if (begun.length > 0) return { meant, begun }
    const likely = form.length >= 4 ? await readSpellings(db, form) : []
    if (likely.length > 0) meant.set(index, likely)
  }
  return { meant, begun: [] }
}

type Asked = Pick<Plan, 'slots' | 'wordings'>

/** What `query` asks for, as far as words and notions of the corpus are known. */
function ask(catalogue: Catalogue, query: ParsedQuery): Asked {
  const wordings = relatedWordings(catalogue, wordingKeys(query))
  return { slots: buildSlots(query, new Analyser((word) => catalogue.parts.has(word)), wordings), wordings }
}

async function extendLast(db: Db, query: ParsedQuery, slots: readonly Slot[]): Promise<readonly Slot[]> {
  const index = query.tokens.length - 1
  const form = query.tokens[index]?.form ?? ''
  return form.length < 2 ? slots : extendWord(slots, index, await readWordsBeginning(db, form, 30))
}

/** `plan` with its unknown words answered: the last as a beginning, the others by what was probably meant. */
async function mend(db: Db, catalogue: Catalogue, plan: Plan): Promise<Plan> {
  const { query } = plan
  const unknown = unknownTokens(plan.slots, plan.postings)
  if (unknown.length === 0) return plan
  const { meant, begun } = await guess(db, query, unknown)
  const last = query.tokens.length - 1
  if (meant.size === 0) return withPostings(db, { ...plan, slots: extendWord(plan.slots, last, begun) })
  const spellings = new Map([...meant].map(([index, words]) => [index, words[0]!.surface]))
  const didYouMean = respell(query, spellings)
  const { slots, wordings } = ask(catalogue, parseQuery(didYouMean))
  const answered = extendWord(asTypos(slots, meant), last, begun)
  return withPostings(db, { ...plan, slots: answered, didYouMean, wordings })
}

async function withPostings(db: Db, plan: Omit<Plan, 'postings' | 'version'>): Promise<Plan> {
  return { ...plan, ...(await readPostings(db, [...termsOf(plan.slots), ...plan.query.excluded])) }
}

/**
 * How a query is answered from what the corpus knows; null for a query without any word. With `isUnfinished`, the last
 * word may also be the beginning of one. One statement; with unknown words three, and up to three for each of at most three.
 */
export async function planSearch(
  db: Db,
  catalogue: Catalogue,
  typed: string,
  isUnfinished = false,
): Promise<Plan | null> {
  const query = parseQuery(typed)
  if (query.tokens.length === 0) return null
  const asked = ask(catalogue, query)
  const slots = isUnfinished ? await extendLast(db, query, asked.slots) : asked.slots
  const collectionSize = Math.max(catalogue.facts.size, 100)
  return mend(db, catalogue, await withPostings(db, { ...asked, query, slots, collectionSize, didYouMean: null }))
}
