import { Analyser, type Level } from '../../../../platform/german/analysis.ts'
import { Concepts } from '../../../../platform/german/concepts.ts'
import { isStopword } from '../../../../platform/german/stopwords.ts'
import { type Token, tokenize } from '../../../../platform/german/tokenize.ts'
import type { Plan } from '../plan/types.ts'
import { conceptTerm } from '../postings/rules.ts'
import type { Mark, MarkedText, Match, MatchManner } from '../types.ts'
import { matchManners } from '../types.ts'
import type { Finding } from './types.ts'

const passageLength = 240
/** Nobody reads further for a passage, and a text may be a whole book. */
const longestRead = 5_000
const before = 60

type Asked = { manner: MatchManner; slots: number[] }

function nearer(a: MatchManner, b: MatchManner): MatchManner {
  return matchManners.indexOf(a) <= matchManners.indexOf(b) ? a : b
}

/** Every term of the plan, with the nearest manner in which it is asked for. */
function askedTerms(plan: Plan): Map<string, Asked> {
  const asked = new Map<string, Asked>()
  plan.slots.forEach((slot, index) => {
    for (const [term, { manner }] of slot.alternatives) {
      const known = asked.get(term)
      if (!known) asked.set(term, { manner, slots: [index] })
      else {
        known.manner = nearer(known.manner, manner)
        known.slots.push(index)
      }
    }
  })
  return asked
}

/** Matches words that hold the first letters of some term: what it does not match needs no analysis to be passed over. */
function anyBeginning(terms: readonly string[]): RegExp {
  const beginnings = new Set(
    terms.filter((term) => !term.startsWith('#')).map((term) => term.replace(/^=/, '').slice(0, 3)),
  )
  return new RegExp([...beginnings].map((letters) => RegExp.escape(letters)).join('|') || '(?!)', 'u')
}

function mannerOf(level: Level, asked: MatchManner): MatchManner {
  return level !== 'exact' && level !== 'stem' && (asked === 'exact' || asked === 'stem') ? 'compound' : asked
}

/** Shared by all searches: texts are made of the same words again and again. */
const analyser = new Analyser()

/** Finds in texts what a plan asked for. Make one for each search. */
export class Marker {
  readonly #asked: ReadonlyMap<string, Asked>
  readonly #within: readonly [string, Asked][]
  readonly #concepts = new Concepts()
  readonly #worthALook: RegExp

  constructor(plan: Plan) {
    this.#asked = askedTerms(plan)
    this.#worthALook = anyBeginning([...this.#asked.keys()])
    this.#within = [...this.#asked].filter(([term]) => /^[a-z]{4,}$/.test(term))
    for (const [key, concepts] of plan.wordings) for (const concept of concepts) this.#concepts.add(key, concept)
  }

  /** Where the beginning of `text` (5,000 characters) answers the plan, in order and without overlap. */
  find(text: string, isGerman: boolean): Finding[] {
    const tokens = tokenize(text.slice(0, longestRead))
    const findings = new Map<number, Finding>()
    tokens.forEach((token, index) => {
      const found = this.#lookUp(token, isGerman)
      if (!found) return
      const word = text.slice(token.start, token.end)
      findings.set(index, {
        start: token.start,
        end: token.end,
        slots: found.slots,
        match: { manner: found.manner, word },
      })
    })
    for (const { concept, first, last } of this.#concepts.find(tokens)) {
      const asked = this.#asked.get(conceptTerm(concept))
      if (!asked || isTaken(findings, tokens, first, last)) continue
      const { start } = tokens[first]!
      const { end } = tokens[last]!
      const match = { manner: asked.manner, word: text.slice(start, end) }
      for (let i = first; i <= last; i++) findings.delete(i)
      findings.set(first, { start, end, slots: asked.slots, match })
    }
    return [...findings.values()].sort((a, b) => a.start - b.start)
  }

  #lookUp(token: Token, isGerman: boolean): Asked | undefined {
    if (!this.#worthALook.test(token.form)) return undefined
    let best: Asked | undefined
    for (const { text, level } of analyser.terms(token, isGerman)) {
      const asked = this.#asked.get(text)
      if (!asked) continue
      const manner = mannerOf(level, asked.manner)
      best = best
        ? { manner: nearer(best.manner, manner), slots: [...best.slots, ...asked.slots] }
        : { ...asked, manner }
    }
    return best ?? (isGerman ? this.#lookWithin(token) : undefined)
  }

  /** Compounds whose other part only the corpus knew when it was indexed. */
  #lookWithin({ form }: Token): Asked | undefined {
    const found = this.#within.find(([term]) => form.length > term.length + 3 && form.includes(term))
    return found && { manner: 'compound', slots: found[1].slots }
  }
}

/** Whether a synonym is marked in the range already, or its words themselves are. */
function isTaken(
  findings: ReadonlyMap<number, Finding>,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  const range = tokens.slice(first, last + 1).map((token, i) => ({ token, finding: findings.get(first + i) }))
  if (range.some(({ finding }) => finding?.match.manner === 'synonym')) return true
  return range.every(({ token, finding }) => finding || isStopword(token.form))
}

function toMarks(findings: readonly Finding[], from: number, to: number, shift: number): Mark[] {
  return findings
    .filter((finding) => finding.start >= from && finding.end <= to)
    .map(({ start, end }) => ({ start: start + shift, end: end + shift }))
}

export function markAll(text: string, findings: readonly Finding[]): MarkedText {
  return { text, marks: toMarks(findings, 0, text.length, 0) }
}

function passageScore(findings: readonly Finding[], from: number): number {
  const within = findings.filter((finding) => finding.start >= from && finding.end <= from + passageLength)
  const slots = new Set(within.flatMap((finding) => finding.slots))
  const nearest = within.reduce(
    (sum, { match }) => sum + 0.05 * (matchManners.length - matchManners.indexOf(match.manner)),
    0,
  )
  return slots.size + Math.min(nearest, 0.9)
}

function bestStart(findings: readonly Finding[]): number {
  let best = { from: 0, score: -1 }
  for (const { start } of findings) {
    const from = Math.max(0, start - before)
    const score = passageScore(findings, from)
    if (score > best.score) best = { from, score }
  }
  return best.from
}

/** The passage of `text` that answers most of what was asked, in whole words, with `…` where it is cut. */
export function passage(text: string, findings: readonly Finding[]): MarkedText {
  const flat = text.replace(/\n/g, ' ')
  if (flat.length <= passageLength + before) return markAll(flat, findings)
  const wanted = bestStart(findings)
  const blank = flat.lastIndexOf(' ', wanted)
  const from = wanted === 0 ? 0 : Math.max(0, wanted - blank > before ? wanted : blank + 1)
  const end = Math.min(flat.length, from + passageLength)
  const lastBlank = flat.lastIndexOf(' ', end)
  const to = end === flat.length || lastBlank <= from ? end : lastBlank
  const head = from > 0 ? '… ' : ''
  return {
    text: head + flat.slice(from, to) + (to < flat.length ? ' …' : ''),
    marks: toMarks(findings, from, to, head.length - from),
  }
}

function nearestFirst(findings: readonly Finding[]): Match[] {
  const byWord = new Map<string, Match>()
  for (const { match } of findings) {
    const word = match.word.toLowerCase()
    const known = byWord.get(word)
    if (!known || nearer(match.manner, known.manner) !== known.manner) byWord.set(word, match)
  }
  return [...byWord.values()].sort((a, b) => matchManners.indexOf(a.manner) - matchManners.indexOf(b.manner))
}

/**
 * Why something was found: what is marked in its texts, each word once, nearest first, at most four; and where a word of
 * the query is answered only by another name or a topic that no text shows, up to two of those.
 */
export function reasons(shown: readonly Finding[], names: readonly Finding[]): Match[] {
  const answered = new Set(shown.flatMap((finding) => finding.slots))
  const hidden = names.filter((finding) => finding.slots.some((slot) => !answered.has(slot)))
  const others = nearestFirst(hidden).map((match): Match => {
    return match.manner === 'exact' || match.manner === 'stem' ? { ...match, manner: 'synonym' } : match
  })
  return [...nearestFirst(shown).slice(0, 4), ...others.slice(0, 2)]
}
