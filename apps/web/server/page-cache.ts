import type { KeptPage } from './kept-page.ts'

/** What making an answer gave: a page that everybody may have, or something for this one asker. */
export type Made<T> =
  | { readonly kind: 'page'; readonly page: KeptPage }
  | { readonly kind: 'other'; readonly answer: T }

export interface PageCacheOptions {
  /** Memory for pages; the least recently asked for go first. */
  readonly maxBytes: number
  /** Pages may speak of today ("noch 12 Tage"); they are made anew after this long. */
  readonly maxAgeMilliseconds: number
  /** Makes a better form of a page after it was kept, for instance a smaller one. One page at a time. */
  readonly improve?: (page: KeptPage) => Promise<KeptPage>
  readonly now?: () => number
}

type Entry = { readonly page: KeptPage; readonly madeAt: number; usedAt: number }

/**
 * Rendered public pages by address. `generation` counts how often it had to forget: a page whose making began in an
 * earlier generation may show what was true before a change, so it is given to those who asked for it and never kept.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>()
  readonly #pending = new Map<string, Promise<Made<unknown>>>()
  readonly #options: PageCacheOptions
  readonly #now: () => number
  #bytes = 0
  #uses = 0
  #generation = 0
  #isSuspended = false
  #improving: Promise<void> = Promise.resolve()

  constructor(options: PageCacheOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  get size(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.#entries.size, bytes: this.#bytes }
  }

  /** The number that a page to be kept must have been begun under. */
  get generation(): number {
    return this.#generation
  }

  /** The page at `url`, if it is kept and fresh. */
  find(url: string): KeptPage | undefined {
    const entry = this.#entries.get(url)
    if (!entry) return undefined
    if (this.#now() - entry.madeAt > this.#options.maxAgeMilliseconds) {
      this.#drop(url)
      return undefined
    }
    entry.usedAt = this.#uses++
    return entry.page
  }

  /** Keeps `page`, unless something published has changed since its making began in `generation`. */
  store(url: string, page: KeptPage, generation: number): void {
    if (generation !== this.#generation || this.#isSuspended || page.bytes > this.#options.maxBytes / 4) return
    this.#drop(url)
    this.#entries.set(url, { page, madeAt: this.#now(), usedAt: this.#uses++ })
    this.#bytes += page.bytes
    if (this.#bytes > this.#options.maxBytes) this.#makeRoom()
  }

  /**
   * Makes the answer for `url`, once for all who ask for it meanwhile. Whoever asks after a change never gets what was
   * begun before it. An answer for one asker is not shared: the others make their own.
   */
  async make<T>(url: string, make: () => Promise<Made<T>>): Promise<Made<T>> {
    // Suspended, nobody would tell that what is pending has become old.
    const pending = this.#isSuspended ? undefined : this.#pending.get(url)
    if (pending) {
      const made = await pending.catch(() => undefined)
      return made?.kind === 'page' ? made : make()
    }
    const generation = this.#generation
    const making = make()
    this.#pending.set(url, making)
    try {
      const made = await making
      if (made.kind === 'page') {
        this.store(url, made.page, generation)
        this.#improving = this.#improving.then(() => this.#improve(url, made.page, generation))
      }
      return made
    } finally {
      if (this.#pending.get(url) === making) this.#pending.delete(url)
    }
  }

  /** Puts a better form of `page` in its place, unless it was forgotten or made anew meanwhile. */
  async #improve(url: string, page: KeptPage, generation: number): Promise<void> {
    const isKept = () => this.#entries.get(url)?.page === page
    if (!this.#options.improve || !isKept()) return
    const better = await this.#options.improve(page).catch(() => undefined)
    if (better && isKept()) this.store(url, better, generation)
  }

  /** Something published has changed. */
  forget(): void {
    this.#generation++
    this.#entries.clear()
    this.#pending.clear()
    this.#bytes = 0
  }

  /** Nobody tells us of changes any more: keep nothing until `resume`. */
  suspend(): void {
    this.#isSuspended = true
    this.forget()
  }

  resume(): void {
    this.#isSuspended = false
    this.forget()
  }

  /** Sorting here is dear and rare; keeping an order at every request would be paid by all. */
  #makeRoom(): void {
    for (const [url] of [...this.#entries].sort(([, a], [, b]) => a.usedAt - b.usedAt)) {
      if (this.#bytes <= this.#options.maxBytes) return
      this.#drop(url)
    }
  }

  #drop(url: string): void {
    const entry = this.#entries.get(url)
    if (!entry) return
    this.#entries.delete(url)
    this.#bytes -= entry.page.bytes
  }
}
