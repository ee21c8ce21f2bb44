export type StreamLimits = { readonly perAccount: number; readonly inAll: number }

/** How many streams are open in this process. */
export class StreamCount {
  readonly #limits: StreamLimits
  readonly #open = new Map<string, number>()

  constructor(limits: StreamLimits) {
    this.#limits = limits
  }

  of(accountId: string): number {
    return this.#open.get(accountId) ?? 0
  }

  /** Which limit one more of this account would go beyond; null for none. */
  isFull(accountId: string): 'account' | 'all' | null {
    if (this.of(accountId) >= this.#limits.perAccount) return 'account'
    const all = [...this.#open.values()].reduce((sum, one) => sum + one, 0)
    return all >= this.#limits.inAll ? 'all' : null
  }

  /** Counts one more; what it gives counts it no longer, however often it is called. */
  add(accountId: string): () => void {
    this.#open.set(accountId, this.of(accountId) + 1)
    let isOpen = true
    return () => {
      if (!isOpen) return
      isOpen = false
      const rest = this.of(accountId) - 1
      if (rest > 0) this.#open.set(accountId, rest)
      else this.#open.delete(accountId)
    }
  }
}
