import { Combobox } from './suggest/combobox.ts'

for (const field of document.querySelectorAll<HTMLElement>('[data-suggest]')) {
  const input = field.querySelector('input')
  if (input) new Combobox(field, input)
}
