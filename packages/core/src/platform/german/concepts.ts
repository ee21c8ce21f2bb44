import { stem } from './stem.ts'
import { type Token, tokenize } from './tokenize.ts'

/** The key of a wording: the stems of its words in order. `elektronischen Akten` and `elektronische Akte` share one. */
export function wordingKey(wording: string): string {
  return tokenize(wording)
    .map((token) => stem(token.form))
    .join(' ')
}

/** `concept` is named by the words from `first` to `last` (indices into the tokens, inclusive). */
export type ConceptMatch = { readonly concept: string; readonly first: number; readonly last: number }

/** No wording that is looked for has more words than this. */
export const longestWording = 8

/** The words of a text in one way to read them, and which token each belongs to. */
type Reading = { readonly forms: readonly string[]; readonly tokenOf: (index: number) => number }

function wholeWords(tokens: readonly Token[]): Reading {
  return { forms: tokens.map((token) => token.form), tokenOf: (index) => index }
}

function joinedWordsTakenApart(tokens: readonly Token[]): Reading {
  const owners: number[] = []
  const forms = tokens.flatMap((token, i) => {
    const pieces = token.pieces.length > 0 ? token.pieces : [token.form]
    for (const _ of pieces) owners.push(i)
    return pieces
  })
  return { forms, tokenOf: (index) => owners[index]! }
}

type Wording = { readonly key: string; readonly first: number; readonly last: number }

/**
 * Every sequence of words that may be the wording of a concept, with the tokens it covers; joined words count both ways.
 * `begins` may rule out the folded words that no wording begins with, `longest` sequences of more words.
 */
export function wordings(
  tokens: readonly Token[],
  begins: (form: string) => boolean = () => true,
  longest = longestWording,
): readonly Wording[] {
  const found = new Map<string, Wording>()
  const readings = [wholeWords(tokens)]
  if (tokens.some((token) => token.pieces.length > 0)) readings.push(joinedWordsTakenApart(tokens))
  for (const { forms, tokenOf } of readings)
    for (let from = 0; from < forms.length; from++) {
      if (!begins(forms[from]!)) continue
      let key = ''
      for (let to = from; to < Math.min(forms.length, from + longest); to++) {
        key = key ? `${key} ${stem(forms[to]!)}` : stem(forms[to]!)
        const first = tokenOf(from)
        const last = tokenOf(to)
        found.set(`${first} ${last} ${key}`, { key, first, last })
      }
    }
  return [...found.values()]
}

/** The first two code units as one number, the second 0 where there is none. */
function firstLetters(form: string): number {
  return form.charCodeAt(0) * 0x10000 + (form.length > 1 ? form.charCodeAt(1) : 0)
}

/** The concepts that a corpus knows, with the keys of their wordings. */
export class Concepts {
  readonly #byKey = new Map<string, string[]>()
  readonly #beginnings = new Set<string>()
  /** The first letters of the beginnings, as numbers: most words of a text need neither stem nor new string to be ruled out. */
  readonly #firstLetters = new Set<number>()
  #longest = 0

  /** Makes `concept` findable by `key` (of `wordingKey`); an empty key is ignored. */
  add(key: string, concept: string): void {
    if (!key) return
    const known = this.#byKey.get(key)
    if (!known) this.#byKey.set(key, [concept])
    else if (!known.includes(concept)) known.push(concept)
    const words = key.split(' ')
    this.#beginnings.add(words[0]!)
    this.#firstLetters.add(firstLetters(words[0]!))
    this.#longest = Math.max(this.#longest, words.length)
  }

  /** Every pair of key and concept, each once. */
  entries(): { readonly key: string; readonly concept: string }[] {
    return [...this.#byKey].flatMap(([key, concepts]) => concepts.map((concept) => ({ key, concept })))
  }

  /** The concepts that `tokens` name, where they do. */
  find(tokens: readonly Token[]): readonly ConceptMatch[] {
    if (this.#byKey.size === 0) return []
    const begins = (form: string) => this.#firstLetters.has(firstLetters(form)) && this.#beginnings.has(stem(form))
    return wordings(tokens, begins, Math.min(this.#longest, longestWording)).flatMap(({ key, first, last }) =>
      (this.#byKey.get(key) ?? []).map((concept) => ({ concept, first, last })),
    )
  }
}
