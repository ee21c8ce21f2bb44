import { announcement, makeList, makeOption, makeStatus, type Offer, stepThrough } from './list.ts'

const pauseMilliseconds = 120
const shortestQuery = 2

/** A search field as a combobox with a list (ARIA 1.2): arrows choose, Enter takes or sends, Escape closes. */
export class Combobox {
  readonly #field: HTMLElement
  readonly #input: HTMLInputElement
  readonly #list: HTMLElement
  readonly #status = makeStatus()
  #offers: readonly Offer[] = []
  #chosen = -1
  #typed: string
  #waiting: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined
  readonly #onTake: ((offer: Offer) => void) | undefined

  /**
   * Enhances `input`, which stands in `field`; the attributes `data-…` of `field` hold the address to ask and the texts. With
   * `onTake` an offer that is taken fills the field and is told; else it is gone to or searched for.
   */
  constructor(field: HTMLElement, input: HTMLInputElement, onTake?: (offer: Offer) => void) {
    this.#field = field
    this.#input = input
    this.#onTake = onTake
    this.#typed = input.value
    this.#list = makeList(`${input.id}-vorschlaege`, field.dataset.label ?? '')
    field.append(this.#list, this.#status)
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#list.id)
    input.addEventListener('input', () => this.#askSoon())
    input.addEventListener('blur', () => this.#close())
    input.addEventListener('keydown', (event) => {
      if (!this.#list.hidden && this.#obey(event.key)) event.preventDefault()
    })
    this.#close()
  }

  /** Does what a key means while the list is open; false when it means nothing here. */
  #obey(key: string): boolean {
    const offer = this.#offers[this.#chosen]
    if (key === 'Escape') {
      this.#input.value = this.#typed
      this.#close()
    } else if (key === 'Enter' && offer) this.#take(offer)
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.#choose(stepThrough(this.#offers.length, this.#chosen, key))
    } else return false
    return true
  }

  #close(): void {
    this.#list.hidden = true
    this.#chosen = -1
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
  }

  #choose(index: number): void {
    this.#chosen = index
    const options = [...this.#list.children]
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === index))
    const option = options[index]
    if (option) {
      this.#input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.#input.removeAttribute('aria-activedescendant')
    this.#input.value = this.#offers[index]?.text ?? this.#typed
  }

  #take(offer: Offer): void {
    if (this.#onTake) {
      this.#input.value = offer.text
      this.#onTake(offer)
      this.#close()
    } else if (offer.href) location.assign(offer.href)
    else {
      this.#input.value = offer.text
      this.#input.form?.requestSubmit()
    }
  }

  #show(offers: readonly Offer[]): void {
    this.#offers = offers
    this.#chosen = -1
    this.#input.removeAttribute('aria-activedescendant')
    const options = offers.map((offer, i) => makeOption(offer, `${this.#list.id}-${i}`, (one) => this.#take(one)))
    this.#list.replaceChildren(...options)
    this.#list.hidden = offers.length === 0
    this.#input.setAttribute('aria-expanded', String(offers.length > 0))
    this.#status.textContent = announcement(offers.length, this.#field.dataset)
  }

  #askSoon(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#ask(), pauseMilliseconds)
  }

  async #ask(): Promise<void> {
    this.#asking?.abort()
    this.#typed = this.#input.value
    const query = this.#typed.trim()
    if (query.length < shortestQuery) {
      this.#close()
      return
    }
    this.#asking = new AbortController()
    try {
      const asked = this.#field.dataset.suggest ?? ''
      const address = `${asked}${asked.includes('?') ? '&' : '?'}q=${encodeURIComponent(query)}`
      const answer = await fetch(address, { signal: this.#asking.signal })
      if (answer.ok && document.activeElement === this.#input) this.#show((await answer.json()) as Offer[])
    } catch {
      // Offline, or typed on meanwhile: the form works without offers.
    }
  }
}
