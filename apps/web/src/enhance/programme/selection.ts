/** The sessions that a visitor has marked in one edition, kept in this browser only. */
export class Selection {
  readonly #key: string
  readonly #listeners: (() => void)[] = []
  #slugs: string[]

  constructor(edition: string) {
    this.#key = `fachtag-merkliste:${edition}`
    this.#slugs = read(this.#key)
    // The same programme may be open in another tab.
    window.addEventListener('storage', (event) => {
      if (event.key !== this.#key) return
      this.#slugs = read(this.#key)
      this.#tell()
    })
  }

  get slugs(): readonly string[] {
    return this.#slugs
  }

  has(slug: string): boolean {
    return this.#slugs.includes(slug)
  }

  toggle(slug: string): void {
    this.#save(this.has(slug) ? this.#slugs.filter((one) => one !== slug) : [...this.#slugs, slug])
  }

  add(slugs: readonly string[]): void {
    this.#save([...new Set([...this.#slugs, ...slugs])])
  }

  /** Calls `listener` now and after every change. */
  follow(listener: () => void): void {
    this.#listeners.push(listener)
    listener()
  }

  #save(slugs: string[]): void {
    this.#slugs = slugs
    localStorage.setItem(this.#key, JSON.stringify(slugs))
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function read(key: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}
