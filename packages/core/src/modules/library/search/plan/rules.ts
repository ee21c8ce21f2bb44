import { type Analyser, exactTerm } from '../../../../platform/german/analysis.ts'
import { wordings } from '../../../../platform/german/concepts.ts'
import { editDistance, toleratedMistakes } from '../../../../platform/german/distance.ts'
import { isPlain } from '../../../../platform/german/fold.ts'
import { writtenNouns } from '../../../../platform/german/lexicon.ts'
import { stem } from '../../../../platform/german/stem.ts'
import { isStopword } from '../../../../platform/german/stopwords.ts'
import { thesaurus } from '../../../../platform/german/thesaurus.ts'
import { type Token, tokenize } from '../../../../platform/german/tokenize.ts'
import { conceptTerm } from '../postings/rules.ts'
import type { Posting } from '../postings/types.ts'
import type { Alternative, ParsedQuery, Slot, WordCandidate } from './types.ts'

const longestQuery = 300
const mostWords = 12
const quotes = /["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»]/gu
const leftOut = /(?<=^|\s)[-−](?=[\p{L}\p{N}])\S+/gu

/** How much nearer is better: as written, inflected, joined with its neighbour, by another wording, in parts, begun, mistyped. */
const factors = {
  exact: 1,
  stem: 0.9,
  joined: 0.85,
  synonym: 0.7,
  piece: 0.6,
  part: 0.5,
  prefix: 0.45,
  typo: 0.5,
} as const

/** Takes apart what somebody typed. Never fails; what is too long is cut. */
export function parseQuery(query: string): ParsedQuery {
  const typed = query.slice(0, longestQuery)
  const text = typed.replace(leftOut, (word) => ' '.repeat(word.length))
  const tokens = tokenize(text).slice(0, mostWords)
  const excluded = tokens.length > 0 ? [...typed.matchAll(leftOut)].flatMap(([word]) => tokenize(word.slice(1))) : []
  return {
    text: tokens.length > 0 ? text : typed,
    tokens: tokens.length > 0 ? tokens : tokenize(typed).slice(0, mostWords),
    phrases: [...text.matchAll(quotes)].flatMap(([, inner]) => phraseOf(inner!)),
    excluded: excluded.flatMap((token) => [exactTerm(token.form), stem(token.form)]),
  }
}

function phraseOf(text: string): string[] {
  const forms = tokenize(text).map((token) => token.form)
  return forms.length > 0 ? [` ${forms.join(' ')} `] : []
}

/** The keys of all wordings that the query may contain. */
export function wordingKeys({ tokens }: ParsedQuery): string[] {
  return [...new Set(wordings(tokens).map((wording) => wording.key))]
}

type Alternatives = Map<string, Alternative>

function offer(alternatives: Alternatives, term: string, factor: number, manner: Alternative['manner']): void {
  const known = alternatives.get(term)
  if (!known || known.factor < factor) alternatives.set(term, { factor, manner })
}

/** The word with its neighbour as one word, as people write compounds apart (`Kita Portal`), with and without a linking s. */
function offerJoined(alternatives: Alternatives, left: Token | undefined, right: Token | undefined): void {
  if (!left || !right || !isPlain(left.form) || !isPlain(right.form) || isStopword(left.form) || isStopword(right.form))
    return
  for (const joined of [left.form + right.form, `${left.form}s${right.form}`]) {
    offer(alternatives, exactTerm(joined), factors.joined, 'compound')
    offer(alternatives, stem(joined), factors.joined, 'compound')
  }
}

/** Concepts by the key of their wording. */
export type ConceptsByKey = ReadonlyMap<string, readonly string[]>

function offerConcepts(alternatives: Alternatives, query: ParsedQuery, index: number, concepts: ConceptsByKey): void {
  for (const { key, first, last } of wordings(query.tokens))
    if (first <= index && index <= last)
      for (const concept of concepts.get(key) ?? [])
        offer(alternatives, conceptTerm(concept), factors.synonym, 'synonym')
}

function slotsOfWord(query: ParsedQuery, index: number, analyser: Analyser, concepts: ConceptsByKey): Slot[] {
  const token = query.tokens[index]!
  const whole: Alternatives = new Map()
  offer(whole, exactTerm(token.form), factors.exact, 'exact')
  offer(whole, stem(token.form), factors.stem, 'stem')
  offerConcepts(whole, query, index, concepts)
  offerJoined(whole, query.tokens[index - 1], token)
  offerJoined(whole, token, query.tokens[index + 1])
  const pieces = token.pieces.filter((piece) => piece.length > 1)
  const parts = pieces.length > 1 ? pieces : analyser.splitter.split(token.form)
  if (parts.length < 2) return [{ token: index, weight: 1, alternatives: whole }]
  const factor = pieces.length > 1 ? factors.piece : factors.part
  return parts.map((part) => {
    const alternatives = new Map(whole)
    offer(alternatives, stem(part), factor, 'compound')
    return { token: index, weight: 1 / parts.length, alternatives }
  })
}

/** What is asked for, word by word. Words that say nothing are passed over unless there are no others. */
export function buildSlots(query: ParsedQuery, analyser: Analyser, concepts: ConceptsByKey): Slot[] {
  const telling = query.tokens.flatMap((token, index) => (isStopword(token.form) ? [] : [index]))
  const wanted = telling.length > 0 ? telling : query.tokens.map((_, index) => index)
  const seen = new Set<string>()
  return wanted.flatMap((index) => {
    const { form } = query.tokens[index]!
    if (seen.has(form)) return []
    seen.add(form)
    return slotsOfWord(query, index, analyser, concepts)
  })
}

/** The words that nothing in the corpus answers, by the index of their token. */
export function unknownTokens(slots: readonly Slot[], postings: ReadonlyMap<string, Posting>): number[] {
  const missing = slots.filter((slot) => ![...slot.alternatives.keys()].some((term) => postings.has(term)))
  return [...new Set(missing.map((slot) => slot.token))]
}

/** Words that may be meant though the corpus holds them only within compounds, or another wording of their notion. */
const shippedWords: readonly WordCandidate[] = [
  ...Array.from(writtenNouns, ([word, surface]) => ({ word, surface, documents: 0 })),
  ...thesaurus.flat().flatMap((surface) => {
    const tokens = tokenize(surface)
    return tokens.length === 1 ? [{ word: tokens[0]!.form, surface, documents: 0 }] : []
  }),
]

/** Shipped words that a mistyped `form` may mean. Whether anything answers them is another question. */
export function shippedSpellings(form: string): WordCandidate[] {
  return likelySpellings(form, shippedWords)
}

/** The words that may be meant by a mistyped `form`: those with the fewest mistakes, the commonest first, at most three. */
export function likelySpellings(form: string, candidates: readonly WordCandidate[]): WordCandidate[] {
  const limit = toleratedMistakes(form.length)
  const judged = candidates
    .map((candidate) => ({ candidate, distance: editDistance(form, candidate.word, limit) }))
    .filter(({ distance }) => distance > 0 && distance <= limit)
  const fewest = Math.min(...judged.map(({ distance }) => distance))
  return judged
    .filter(({ distance }) => distance === fewest)
    .map(({ candidate }) => candidate)
    .sort((a, b) => b.documents - a.documents || a.word.localeCompare(b.word))
    .slice(0, 3)
}

/**
 * `slots` of a respelled query: what answers the words in `meant` (index → likely words, the first one written into the
 * query) answers a typing error, so less; the further likely words answer too.
 */
export function asTypos(slots: readonly Slot[], meant: ReadonlyMap<number, readonly WordCandidate[]>): Slot[] {
  return slots.map((slot) => {
    const words = meant.get(slot.token)
    if (!words) return slot
    const alternatives: Alternatives = new Map()
    for (const [term, { factor }] of slot.alternatives) offer(alternatives, term, factor * factors.typo, 'typo')
    for (const { word } of words.slice(1)) offer(alternatives, exactTerm(word), factors.typo * factors.part, 'typo')
    return { ...slot, alternatives }
  })
}

/** `slots` in which a word may also be the beginning of `words`. */
export function extendWord(slots: readonly Slot[], token: number, words: readonly WordCandidate[]): Slot[] {
  return slots.map((slot) => {
    if (slot.token !== token) return slot
    const alternatives: Alternatives = new Map(slot.alternatives)
    for (const { word } of words) offer(alternatives, exactTerm(word), factors.prefix, 'prefix')
    return { ...slot, alternatives }
  })
}

/** The query with the tokens in `spellings` (index → word) written like that. */
export function respell(query: ParsedQuery, spellings: ReadonlyMap<number, string>): string {
  let text = ''
  let end = 0
  query.tokens.forEach((token, index) => {
    const spelling = spellings.get(index)
    if (spelling === undefined) return
    text += query.text.slice(end, token.start) + spelling
    end = token.end
  })
  return (text + query.text.slice(end)).replace(/\s+/g, ' ').trim()
}
