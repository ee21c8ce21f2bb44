import { CompoundSplitter, type Vocabulary } from './compound.ts'
import { isPlain } from './fold.ts'
import { indivisibleWords, simpleNouns } from './lexicon.ts'
import { stem } from './stem.ts'
import { isStopword } from './stopwords.ts'
import type { Token } from './tokenize.ts'

/**
 * How near a term is to the word as it was written: the word itself, its stem, a word visibly joined into it by a hyphen or
 * a capital, what the compound that it is means at bottom (its last part), or what only specifies it (its other parts).
 */
export type Level = 'exact' | 'stem' | 'piece' | 'head' | 'part'

/** `text` is a stem, or for what was written `=` and the folded form, so that the two never meet. */
export type Term = { readonly text: string; readonly level: Level }

/** The term of a folded form as it was written. */
export function exactTerm(form: string): string {
  return `=${form}`
}

/** An analyser forgets everything when it has answered this many words, so that it can live as long as its process. */
const mostAnswers = 50_000

/** Turns words into the terms by which they are found. Remembers its answers: use one for many texts. */
export class Analyser {
  readonly splitter: CompoundSplitter
  readonly #answers = new Map<string, readonly Term[]>()

  /** `knows` says which folded words the corpus has by themselves; without it only the shipped nouns are parts. */
  constructor(knows: Vocabulary['knows'] = () => false) {
    this.splitter = new CompoundSplitter({ simple: simpleNouns, whole: indivisibleWords, knows })
  }

  /** The terms of a word, each once, nearest first. `compounds` off for languages that write compounds apart. */
  terms(token: Pick<Token, 'form' | 'pieces'>, compounds = true): readonly Term[] {
    const key = `${compounds ? '' : '!'}${token.form} ${token.pieces.join(' ')}`
    const known = this.#answers.get(key)
    if (known) return known
    const terms = new Map<string, Level>()
    const add = (text: string, level: Level) => terms.has(text) || terms.set(text, level)
    add(exactTerm(token.form), 'exact')
    // The stem of sicher is sich: what says nothing is only found as it is written.
    if (!isStopword(token.form)) add(stem(token.form), 'stem')
    for (const piece of token.pieces) {
      if (piece.length < 2) continue
      add(exactTerm(piece), 'piece')
      add(stem(piece), 'piece')
    }
    if (compounds) for (const { text, level } of this.#partTerms(token)) add(text, level)
    const answer = Array.from(terms, ([text, level]) => ({ text, level }))
    if (this.#answers.size >= mostAnswers) this.#answers.clear()
    this.#answers.set(key, answer)
    return answer
  }

  /**
   * The stems of the parts of a compound (of each piece of a joined word), and of what follows its first parts:
   * `stadtverwaltungsreform` → stadt, verwalt, reform, verwaltungsreform.
   */
  #partTerms(token: Pick<Token, 'form' | 'pieces'>): readonly Term[] {
    const words = token.pieces.length > 0 ? token.pieces : [token.form]
    return words.filter(isPlain).flatMap((word) => {
      const parts = this.splitter.split(word)
      const ends = parts.map(
        (part, i) => ({ text: stem(part), level: i === parts.length - 1 ? 'head' : 'part' }) as const,
      )
      return [...ends, ...tails(word, parts).map((tail) => ({ text: stem(tail), level: 'head' }) as const)]
    })
  }
}

/** The ends of `word` from its second part on that have at least two parts. */
function tails(word: string, parts: readonly string[]): string[] {
  return parts.slice(1, -1).map((part) => word.slice(word.indexOf(part, 1)))
}
