import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Analyser, Level } from '../../../../platform/german/analysis.ts'
import type { Concepts } from '../../../../platform/german/concepts.ts'
import { isPlain } from '../../../../platform/german/fold.ts'
import { isStopword } from '../../../../platform/german/stopwords.ts'
import { type Token, tokenize } from '../../../../platform/german/tokenize.ts'
import type { SearchDocument } from '../documents/types.ts'
import type { CorpusWord, Field, FieldText, NumberedFields, Posting } from './types.ts'

/** The term of a concept. Stems hold no `#` at their beginning, so that the two never meet. */
export function conceptTerm(concept: string): string {
  return `#${concept}`
}

/** What one occurrence of a word counts, by how near the term is to it. */
const strengths: Record<Level, number> = { exact: 1, stem: 1, piece: 0.7, head: 0.6, part: 0.4 }

function fieldText(text: string, isGerman: boolean): FieldText {
  return { tokens: tokenize(text), isGerman }
}

function localized(text: LocalizedText): FieldText[] {
  return [...(text.de ? [fieldText(text.de, true)] : []), ...(text.en ? [fieldText(text.en, false)] : [])]
}

/** The words of a document, part by part: title, people, subtitle, other names, lead, body. */
export function readFields(document: SearchDocument): Field[] {
  return [
    { boost: 6, usual: 6, keepsStopwords: true, texts: localized(document.title) },
    { boost: 4, usual: 12, keepsStopwords: true, texts: [fieldText(document.people, true)] },
    { boost: 3, usual: 8, keepsStopwords: false, texts: localized(document.subtitle) },
    { boost: 3, usual: 10, keepsStopwords: false, texts: document.names.map((name) => fieldText(name, true)) },
    { boost: 1.6, usual: 80, keepsStopwords: false, texts: localized(document.lead) },
    { boost: 1, usual: 200, keepsStopwords: false, texts: localized(document.body) },
  ]
}

function countTerms(field: Field, analyser: Analyser, concepts: Concepts): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (term: string, strength: number) => counts.set(term, (counts.get(term) ?? 0) + strength)
  for (const { tokens, isGerman } of field.texts) {
    for (const token of tokens)
      if (field.keepsStopwords || !isStopword(token.form))
        for (const { text, level } of analyser.terms(token, isGerman)) add(text, strengths[level])
    for (const { concept } of concepts.find(tokens)) add(conceptTerm(concept), 1)
  }
  return counts
}

/**
 * What every term says about a document, 0 to 1000: BM25F (Robertson, Zaragoza 2009) with the field weights above. Within a
 * field a repeated word counts at most twice; over the fields the sum saturates.
 */
function impactsOf(fields: readonly Field[], analyser: Analyser, concepts: Concepts): Map<string, number> {
  const weights = new Map<string, number>()
  for (const field of fields) {
    const length = field.texts.reduce((sum, text) => sum + text.tokens.length, 0)
    const norm = Math.min(1.3, Math.max(0.5, 1 / (0.7 + (0.3 * length) / field.usual)))
    for (const [term, count] of countTerms(field, analyser, concepts)) {
      const weight = (field.boost * norm * 2 * count) / (1 + count)
      weights.set(term, (weights.get(term) ?? 0) + weight)
    }
  }
  for (const [term, weight] of weights) weights.set(term, Math.round((1000 * weight) / (weight + 1.5)))
  return weights
}

/** The postings of `documents`, in the order of their ids. */
export function buildPostings(
  documents: readonly NumberedFields[],
  analyser: Analyser,
  concepts: Concepts,
): Map<string, Posting> {
  const postings = new Map<string, Posting>()
  for (const { id, fields } of documents)
    for (const [term, impact] of impactsOf(fields, analyser, concepts)) {
      const posting = postings.get(term) ?? { documents: [], impacts: [] }
      posting.documents.push(id)
      posting.impacts.push(impact)
      postings.set(term, posting)
    }
  return postings
}

/** All words of a document in order, folded, between blanks: what a phrase is looked for in. Fields do not run into each other. */
export function wordSequence(fields: readonly Field[]): string {
  const texts = fields.flatMap((field) => field.texts)
  return ` ${texts.map(({ tokens }) => tokens.map((token) => token.form).join(' ')).join(' | ')} `
}

type Sightings = { surface: string; capitals: number; isLower: boolean; isGerman: boolean }

function sight(seen: Map<string, Sightings>, token: Token, text: string, isGerman: boolean): void {
  if (token.isCutOff) return
  const known = seen.get(token.form) ?? { surface: text, capitals: 0, isLower: false, isGerman: false }
  known.capitals += token.isCapitalised ? 1 : 0
  known.isLower ||= !token.isCapitalised
  known.isGerman ||= isGerman
  seen.set(token.form, known)
  for (const piece of token.pieces)
    if (!seen.has(piece)) seen.set(piece, { surface: piece, capitals: 0, isLower: true, isGerman })
}

/** A German noun: seen more than once, always with a capital; not a genitive of another that is known. */
function isPart(form: string, sightings: Sightings, seen: ReadonlyMap<string, Sightings>): boolean {
  const { capitals, isLower, isGerman } = sightings
  if (!isGerman || isLower || capitals < 2 || form.length < 4 || !isPlain(form) || isStopword(form)) return false
  return !(form.endsWith('s') && seen.has(form.slice(0, -1)))
}

function textsWithLanguage(document: SearchDocument): (readonly [string, boolean])[] {
  const { title, subtitle, lead, body, people, names } = document
  const own = [title, subtitle, lead, body]
  return [
    ...own.flatMap((text) => (text.de ? [[text.de, document.language === 'de'] as const] : [])),
    ...[...own.flatMap((text) => text.en ?? []), people, ...names].map((text) => [text, false] as const),
  ]
}

/** Every word of `documents` once. Names of people and texts in other languages give no parts of compounds. */
export function corpusWords(documents: readonly SearchDocument[]): CorpusWord[] {
  const seen = new Map<string, Sightings>()
  for (const document of documents)
    for (const [text, isGerman] of textsWithLanguage(document))
      for (const token of tokenize(text)) sight(seen, token, text.slice(token.start, token.end), isGerman)
  return Array.from(seen, ([word, sightings]) => ({
    word,
    surface: sightings.surface,
    isPart: isPart(word, sightings, seen),
  }))
}
