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

type Reading = readonly { readonly form: string; readonly token: number }[]

function wholeWords(tokens: readonly Token[]): Reading {
  return tokens.map((token, i) => ({ form: token.form, token: i }))
}

function joinedWordsTakenApart(tokens: readonly Token[]): Reading {
  return tokens.flatMap((token, i) =>
    (token.pieces.length > 0 ? token.pieces : [token.form]).map((form) => ({ form, token: i })),
  )
}

type Wording = { readonly key: string; readonly first: number; readonly last: number }

/**
 * Every sequence of words that may be the wording of a concept, with the tokens it covers; joined words count both ways.
 * `begins` may rule out the folded words that no wording begins with.
 */
export function wordings(tokens: readonly Token[], begins: (form: string) => boolean = () => true): readonly Wording[] {
  const found = new Map<string, Wording>()
  const readings = [wholeWords(tokens)]
  if (tokens.some((token) => token.pieces.length > 0)) readings.push(joinedWordsTakenApart(tokens))
  for (const reading of readings)
    for (let from = 0; from < reading.length; from++) {
      if (!begins(reading[from]!.form)) continue
      let key = ''
      for (let to = from; to < Math.min(reading.length, from + longestWording); to++) {
        key = key ? `${key} ${stem(reading[to]!.form)}` : stem(reading[to]!.form)
        const first = reading[from]!.token
        const last = reading[to]!.token
        found.set(`${first} ${last} ${key}`, { key, first, last })
      }
    }
  return [...found.values()]
}

/** The concepts that a corpus knows, with the keys of their wordings. */
export class Concepts {
  readonly #byKey = new Map<string, string[]>()
  readonly #beginnings = new Set<string>()
  /** The first letters of the beginnings: most words of a text need no stem to be ruled out. */
  readonly #firstLetters = new Set<string>()

  /** Makes `concept` findable by `key` (of `wordingKey`); an empty key is ignored. */
  add(key: string, concept: string): void {
    if (!key) return
    const known = this.#byKey.get(key)
    if (!known) this.#byKey.set(key, [concept])
    else if (!known.includes(concept)) known.push(concept)
    const beginning = key.split(' ', 1)[0]!
    this.#beginnings.add(beginning)
    this.#firstLetters.add(beginning.slice(0, 2))
  }

  /** Every pair of key and concept, each once. */
  entries(): { readonly key: string; readonly concept: string }[] {
    return [...this.#byKey].flatMap(([key, concepts]) => concepts.map((concept) => ({ key, concept })))
  }

  /** The concepts that `tokens` name, where they do. */
  find(tokens: readonly Token[]): readonly ConceptMatch[] {
    if (this.#byKey.size === 0) return []
    const begins = (form: string) => this.#firstLetters.has(form.slice(0, 2)) && this.#beginnings.has(stem(form))
    return wordings(tokens, begins).flatMap(({ key, first, last }) =>
      (this.#byKey.get(key) ?? []).map((concept) => ({ concept, first, last })),
    )
  }
}
