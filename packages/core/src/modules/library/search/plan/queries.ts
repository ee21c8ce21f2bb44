import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { Analyser } from '../../../../platform/german/analysis.ts'
import { readPostings } from '../postings/queries.ts'
import {
  buildSlots,
  extendWord,
  likelySpellings,
  parseQuery,
  partCandidates,
  replaceWord,
  respell,
  unknownTokens,
  wordingKeys,
} from './rules.ts'
import type { ParsedQuery, Plan, Slot, WordCandidate } from './types.ts'

type Knowledge = {
  readonly parts: ReadonlySet<string>
  readonly concepts: Map<string, string[]>
  readonly collectionSize: number
}

/**
 * What the corpus knows about the words of a query: which pieces are words, which wordings are concepts, and their other
 * wordings. The number of documents is the one that the last reindexing counted: counting anew costs more than a search.
 */
async function readKnowledge(db: Db, query: ParsedQuery): Promise<Knowledge> {
  const found = await sql<{ part: string | null; wording: string | null; concept: string | null; size: number | null }>`
    select word as part, null as wording, null as concept, null::integer as size from search_words
    where word = any(${partCandidates(query)}) and is_part
    union all
    select null, wording, concept, null from search_concepts where concept in (
      select concept from search_concepts where wording = any(${wordingKeys(query)}))
    union all
    select null, null, null, reltuples::integer from pg_class where oid = 'search_documents'::regclass`.execute(db)
  const concepts = new Map<string, string[]>()
  const parts = new Set<string>()
  let collectionSize = 0
  for (const { part, wording, concept, size } of found.rows)
    if (part !== null) parts.add(part)
    else if (wording !== null && concept !== null) concepts.set(wording, [...(concepts.get(wording) ?? []), concept])
    else collectionSize = Math.max(size ?? 0, 100)
  return { parts, concepts, collectionSize }
}

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
  const short = form.length < 8 ? form.slice(0, 1) : null
  const found = await sql<WordCandidate>`select word, surface, documents from search_words
    where length(word) between ${form.length - 3} and ${form.length + 3} and (word % ${form}
      or (${short}::text is not null and word >= ${short} and word < ${short} || ${'\u{10ffff}'}))`.execute(db)
  return found.rows
}

type Mended = Pick<Plan, 'slots' | 'didYouMean' | 'postings'>

/** Answers words that nothing in the corpus holds: the last as a beginning, else by what was probably meant. */
async function mendUnknown(db: Db, query: ParsedQuery, slots: readonly Slot[]): Promise<Mended> {
  const postings = await readPostings(db, termsOf(slots))
  const unknown = unknownTokens(slots, postings)
  const spellings = new Map<number, string>()
  let mended = slots
  for (const index of unknown.slice(0, 3)) {
    const { form } = query.tokens[index]!
    const isLast = index === query.tokens.length - 1
    const begun = isLast && form.length >= 3 ? await readWordsBeginning(db, form, 20) : []
    if (begun.length > 0) {
      mended = replaceWord(mended, index, begun, 'prefix')
      continue
    }
    const likely = form.length >= 4 ? likelySpellings(form, await readWordsLike(db, form)) : []
    mended = replaceWord(mended, index, likely, 'typo')
    if (likely[0]) spellings.set(index, likely[0].surface)
  }
  const added = mended === slots ? [] : termsOf(mended).filter((term) => !postings.has(term))
  if (added.length > 0) for (const [term, posting] of await readPostings(db, added)) postings.set(term, posting)
  return { slots: mended, didYouMean: respell(query, spellings), postings }
}

async function extendLast(db: Db, query: ParsedQuery, slots: readonly Slot[]): Promise<readonly Slot[]> {
  const index = query.tokens.length - 1
  const form = query.tokens[index]?.form ?? ''
  return form.length < 2 ? slots : extendWord(slots, index, await readWordsBeginning(db, form, 30))
}

/**
 * How a query is answered from what the corpus knows; null for a query without any word. With `isUnfinished`, the last
 * word may also be the beginning of one. Two statements, and up to two more for each unknown word (of at most three).
 */
export async function planSearch(db: Db, typed: string, isUnfinished = false): Promise<Plan | null> {
  const query = parseQuery(typed)
  if (query.tokens.length === 0) return null
  const { parts, concepts, collectionSize } = await readKnowledge(db, query)
  const slots = buildSlots(query, new Analyser((word) => parts.has(word)), concepts)
  const begun = isUnfinished ? await extendLast(db, query, slots) : slots
  return { query, wordings: concepts, collectionSize, ...(await mendUnknown(db, query, begun)) }
}
