/**
 * Counts what each key (an address) does and says when it is too much. It remembers at most `maxKeys` keys, in memory
 * only, so that nothing about anybody is stored.
 */
export class RateLimit {
  readonly #uses = new Map<string, number[]>()
  readonly #limit: number
  readonly #windowMilliseconds: number
  readonly #maxKeys: number

  constructor(limit: number, windowMilliseconds: number, maxKeys = 10_000) {
    this.#limit = limit
    this.#windowMilliseconds = windowMilliseconds
    this.#maxKeys = maxKeys
  }

  /** Whether `key` may once more at `now` (milliseconds); counts it if so. */
  take(key: string, now: number): boolean {
    const recent = (this.#uses.get(key) ?? []).filter((time) => now - time < this.#windowMilliseconds)
    this.#uses.delete(key)
    const isAllowed = recent.length < this.#limit
    this.#uses.set(key, isAllowed ? [...recent, now] : recent)
    for (const [oldest] of this.#uses) {
      if (this.#uses.size <= this.#maxKeys) break
      this.#uses.delete(oldest)
    }
    return isAllowed
  }
}
