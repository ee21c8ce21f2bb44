import type { Selection } from './selection.ts'

const star =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m12 3 2.8 5.7 6.2.9-4.5 4.4 1.1 6.2-5.6-3-5.6 3 1.1-6.2L3 9.6l6.2-.9z"/></svg>'

/** The slug of the session that `item` shows: the end of the address that it leads to. */
export function slugOf(item: Element): string {
  const path = item.querySelector('a')?.pathname ?? ''
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Puts a star on every session of a list, and keeps it in step with the selection. */
export function addStars(root: HTMLElement, selection: Selection, texts: DOMStringMap): void {
  for (const item of root.querySelectorAll('.s')) {
    const slug = slugOf(item)
    const title = item.querySelector('b')?.textContent ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'star no-print'
    button.innerHTML = star
    button.setAttribute('aria-label', `${texts.add}: ${title}`)
    button.addEventListener('click', () => selection.toggle(slug))
    item.append(button)
    selection.follow(() => {
      const isMine = selection.has(slug)
      button.setAttribute('aria-pressed', String(isMine))
      item.classList.toggle('mine', isMine)
    })
  }
  root.classList.add('has-stars')
}

/** The switch that leaves only what is marked, and the link to the list with its number. */
export function addSelectionTools(root: HTMLElement, selection: Selection): void {
  const link = root.querySelector<HTMLAnchorElement>('a[data-selection-link]')
  const onlyMine = root.querySelector<HTMLButtonElement>('button[data-only-mine]')
  if (!link || !onlyMine) return
  const [name, address] = [link.textContent, link.pathname]
  onlyMine.hidden = false
  onlyMine.addEventListener('click', () => {
    const isOn = root.classList.toggle('only-mine')
    onlyMine.setAttribute('aria-pressed', String(isOn))
  })
  selection.follow(() => {
    const { slugs } = selection
    link.textContent = slugs.length > 0 ? `${name} (${slugs.length})` : name
    link.href = slugs.length > 0 ? `${address}?s=${slugs.join(',')}` : address
  })
}

/** Turns a link that would open a list with one session into a switch that marks it. */
export function addSwitches(root: HTMLElement, selection: Selection, texts: DOMStringMap): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-star]')) {
    const slug = link.dataset.star ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.className = link.className
    button.innerHTML = link.innerHTML
    const label = button.querySelector('span') ?? button
    button.addEventListener('click', () => selection.toggle(slug))
    selection.follow(() => {
      label.textContent = (selection.has(slug) ? texts.remove : texts.add) ?? ''
    })
    link.replaceWith(button)
  }
}
