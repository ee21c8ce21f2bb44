export type Offer = {
  readonly text: string
  readonly note?: string | null
  readonly href?: string
  readonly id?: string
}

/**
 * The place after `chosen` (or before it) among `count` offers and the field itself, which is -1: from the last offer the
 * way leads back to what was typed, and from there to the other end.
 */
export function stepThrough(count: number, chosen: number, key: 'ArrowDown' | 'ArrowUp'): number {
  const step = key === 'ArrowDown' ? 1 : -1
  return ((chosen + 1 + step + count + 1) % (count + 1)) - 1
}

/** What a screen reader hears about `count` offers, from the texts for one and for two of them. */
export function announcement(count: number, texts: DOMStringMap): string {
  if (count === 0) return ''
  return (count === 1 ? texts.one : texts.many)?.replace('2', String(count)) ?? ''
}

/** The empty list of offers below a field. */
export function makeList(id: string, label: string): HTMLElement {
  const list = document.createElement('ul')
  list.id = id
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  return list
}

/** The line that says to those who cannot see the list how long it is. */
export function makeStatus(): HTMLElement {
  const status = document.createElement('p')
  status.className = 'kern-sr-only'
  status.setAttribute('role', 'status')
  return status
}

/** One offer in the list; `take` runs when it is pressed. */
export function makeOption(offer: Offer, id: string, take: (offer: Offer) => void): HTMLElement {
  const option = document.createElement('li')
  option.id = id
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.textContent = offer.text
  if (offer.note) option.append(Object.assign(document.createElement('small'), { textContent: offer.note }))
  option.addEventListener('pointerdown', (event) => {
    // Else the field would lose the focus, and the list would close before the press is over.
    event.preventDefault()
    take(offer)
  })
  return option
}
