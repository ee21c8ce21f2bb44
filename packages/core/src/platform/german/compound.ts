import { isPlain } from './fold.ts'
import { stem } from './stem.ts'

/** What a splitter knows. Words are folded. */
export type Vocabulary = {
  /** Simple nouns, shipped: may be a part from three letters on, and are never split themselves. */
  readonly simple: ReadonlySet<string>
  /** Words that look like compounds and are none, or whose parts mislead. */
  readonly whole: ReadonlySet<string>
  /** Whether the corpus knows this word by itself; such a part has at least four letters and may be split again. */
  readonly knows: (word: string) => boolean
}

const linkingElements = ['', 's', 'n', 'en', 'er', 'es', 'e'] as const
const shortestCompound = 6
const shortestPart = 3
const shortestCorpusPart = 4
const notAPart = /^(?:schaft|heit|keit|tum|lich|isch|haft|los|bar|ung|ungs|ung[es]n?|lichen?|ismus|hausen)$/
const onlyFirst = /^(?:innen|aussen|eigen|einzel|gesamt|haupt|sonder|rechen|ober|mittel|hoch|tief|selbst)$/

type Path = { readonly cost: number; readonly parts: readonly string[] }

/** Parts from the shipped list cost less than parts that only the corpus knows; every part costs, short ones more. */
function partCost(part: string, isSimple: boolean): number {
  return 1 + (isSimple ? 0 : 0.3) + (part.length < 4 ? 0.5 : part.length < 5 ? 0.2 : 0)
}

const stemsOfLists = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** The stems of a shipped list, worked out once, because a splitter is made for every search. */
function stemsOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const known = stemsOfLists.get(words)
  if (known) return known
  const stems = new Set([...words].filter((word) => word.length > 3).map(stem))
  stemsOfLists.set(words, stems)
  return stems
}

export class CompoundSplitter {
  readonly #vocabulary: Vocabulary
  readonly #simpleStems: ReadonlySet<string>
  readonly #wholeStems: ReadonlySet<string>
  readonly #answers = new Map<string, readonly string[]>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#simpleStems = stemsOf(vocabulary.simple)
    this.#wholeStems = stemsOf(vocabulary.whole)
  }

  /**
   * The words that a folded German compound is made of, in order, without linking elements
   * (`digitalisierungskonzept` → digitalisierung, konzept); an inflected last part stays as it is. Empty for a word
   * that is no compound or has a part that nobody knows. Fewest and longest parts win; known simple nouns before others.
   * The `e` of `eakte` is no part, so that its answer is the one word akte.
   */
  split(word: string): readonly string[] {
    const known = this.#answers.get(word)
    if (known) return known
    const answer = this.#isElectronic(word) ? [word.slice(1)] : this.#find(word)
    this.#answers.set(word, answer)
    return answer
  }

  #isElectronic(word: string): boolean {
    return /^e[a-z]{4,}$/.test(word) && !this.#vocabulary.simple.has(word) && this.#isSimple(word.slice(1), true)
  }

  #isWhole(word: string): boolean {
    const { simple, whole } = this.#vocabulary
    if (word.length < shortestCompound || !isPlain(word) || whole.has(word) || simple.has(word)) return true
    return this.#wholeStems.has(stem(word)) || this.#isInflected(word)
  }

  /** Whether the word is a simple noun with an ending; then its stem is that noun's stem. */
  #isInflected(word: string): boolean {
    return word.length > 3 && this.#simpleStems.has(stem(word)) && this.#baseOf(word) !== undefined
  }

  #baseOf(word: string): string | undefined {
    for (const ending of ['', 'e', 'en', 'n', 's', 'es', 'er', 'ern', 'innen', 'in']) {
      const base = word.slice(0, word.length - ending.length)
      if (word.endsWith(ending) && (this.#vocabulary.simple.has(base) || this.#vocabulary.simple.has(`${base}e`)))
        return base
    }
    return undefined
  }

  #isSimple(part: string, isLast: boolean): boolean {
    if (this.#vocabulary.simple.has(part)) return true
    if (part.length < shortestCorpusPart) return false
    return isLast ? this.#isInflected(part) : this.#vocabulary.simple.has(`${part}e`)
  }

  #costOf(part: string, isLast: boolean): number | undefined {
    if (part.length < shortestPart || notAPart.test(part) || (isLast && onlyFirst.test(part))) return undefined
    if (this.#isSimple(part, isLast)) return partCost(part, true)
    if (part.length < shortestCorpusPart || !this.#vocabulary.knows(part)) return undefined
    return partCost(part, false)
  }

  /** Cheapest way from each position to the end of the word, from the back. */
  #find(word: string): readonly string[] {
    if (this.#isWhole(word)) return []
    const paths: (Path | undefined)[] = []
    for (let start = word.length - shortestPart; start >= 0; start--) paths[start] = this.#cheapest(word, start, paths)
    const parts = paths[0]?.parts ?? []
    return parts.length < 2 ? [] : parts.flatMap((part) => this.#deeper(part))
  }

  #deeper(part: string): readonly string[] {
    const parts = this.split(part)
    return parts.length > 0 ? parts : [part]
  }

  #cheapest(word: string, start: number, paths: readonly (Path | undefined)[]): Path | undefined {
    let best: Path | undefined
    for (let end = start + shortestPart; end <= word.length; end++) {
      const isLast = end === word.length
      if (start === 0 && isLast) continue
      const part = word.slice(start, end)
      const cost = this.#costOf(part, isLast)
      if (cost === undefined) continue
      if (isLast) {
        if (!best || cost < best.cost) best = { cost, parts: [part] }
        continue
      }
      for (const element of linkingElements) {
        const rest = word.startsWith(element, end) ? paths[end + element.length] : undefined
        const total = rest && cost + rest.cost + (element ? 0.05 : 0)
        if (rest && total !== undefined && (!best || total < best.cost))
          best = { cost: total, parts: [part, ...rest.parts] }
      }
    }
    return best
  }
}
