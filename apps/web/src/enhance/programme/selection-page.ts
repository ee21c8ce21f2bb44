import type { Selection } from './selection.ts'

/**
 * The page of a selection: opened without one it shows the visitor's own; a selection from somebody else can be taken
 * over, and its address copied.
 */
export function enhanceSelectionPage(root: HTMLElement, selection: Selection): void {
  const shared = root.dataset.shared
  if (shared === undefined) return
  if (shared === '' && selection.slugs.length > 0) {
    location.replace(`?s=${selection.slugs.join(',')}`)
    return
  }
  const slugs = shared.split(',').filter(Boolean)
  const status = root.querySelector<HTMLElement>('[role="status"]')
  const say = (text: string | undefined) => {
    if (status) status.textContent = text ?? ''
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false
  const takeOver = root.querySelector<HTMLButtonElement>('button[data-take-over]')
  takeOver?.addEventListener('click', () => {
    selection.add(slugs)
    say(takeOver.dataset.done)
  })
  if (takeOver) selection.follow(() => (takeOver.hidden = slugs.every((slug) => selection.has(slug))))
  const copy = root.querySelector<HTMLButtonElement>('button[data-copy]')
  copy?.addEventListener('click', async () => {
    await navigator.clipboard.writeText(location.href)
    say(copy.dataset.done)
  })
  root.querySelector('button[data-print]')?.addEventListener('click', () => window.print())
}
