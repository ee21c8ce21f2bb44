import { mount } from 'svelte'
import Editor from './editor/Editor.svelte'

const target = document.querySelector<HTMLElement>('#programm-editor')

if (target) {
  const { base = '', edition = '', locale, variant } = target.dataset
  const links = JSON.parse(target.dataset.links ?? '{}') as Record<string, boolean>
  target.replaceChildren()
  mount(Editor, {
    target,
    props: { page: { base, edition, locale: locale === 'en' ? 'en' : 'de', links }, variantId: variant || null },
  })
}
