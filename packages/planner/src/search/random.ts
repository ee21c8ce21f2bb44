/**
 * A repeatable source of chance: sfc32 (Doty-Humphrey, PractRand), 128 bits of state, whole-number arithmetic only,
 * so that the same seed gives the same numbers on every machine.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number) {
    this.#a = seed | 0
    this.#b = Math.floor(seed / 2 ** 32) | 0
    this.#c = 0x9e3779b9 | 0
    for (let i = 0; i < 12; i++) this.next()
  }

  /** The next 32 random bits, as a signed whole number. */
  next(): number {
    const mixed = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + mixed) | 0
    return mixed
  }

  /** A whole number in [0, bound), for 0 < bound < 2^21. */
  below(bound: number): number {
    return Math.floor(((this.next() >>> 0) * bound) / 4_294_967_296)
  }

  /** A number in (0, 1). */
  fraction(): number {
    return ((this.next() >>> 0) + 0.5) / 4_294_967_296
  }

  /** Puts `items` into a random order, in place. */
  shuffle(items: { length: number; [index: number]: number }): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const held = items[i]!
      items[i] = items[j]!
      items[j] = held
    }
  }
}
