import { Combobox } from '../suggest/combobox.ts'

/** Offers names while one types into a field within `root` that refers to something, and remembers which one was taken. */
export function enhanceReferences(root: Element): void {
  for (const field of root.querySelectorAll<HTMLElement>('[data-reference]')) {
    const input = field.querySelector('input')
    const id = field.querySelector<HTMLInputElement>('[data-reference-id]')
    const was = field.querySelector<HTMLInputElement>('[data-reference-was]')
    if (!input || !id || !was) continue
    new Combobox(field, input, (offer) => {
      id.value = offer.id ?? ''
      was.value = offer.text
    })
  }
}
