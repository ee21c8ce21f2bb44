import { beforeEach, expect, it, vi } from 'vitest'
import { inBrowser, make, type PageElement } from '../../../test/page.ts'
import { addArrowKeys } from './arrows.ts'

const page: { activeElement: PageElement | null } = { activeElement: null }

beforeEach(() => {
  page.activeElement = null
  vi.stubGlobal('document', page)
})

/** A session drawn in a column and a row of a table. */
function drawn(title: string, column: number, row: number, isShown = true) {
  const link = make('a', { href: `/${title}` }, title)
  const item = make('li', { class: 's' }, link)
  const [left, top] = [column * 110, row * 60]
  Object.assign(item, {
    offsetParent: isShown ? {} : null,
    getBoundingClientRect: () => ({ left, top, right: left + 100, bottom: top + 50 }),
  })
  Object.assign(link, {
    focus: () => {
      page.activeElement = link
    },
  })
  return item
}

function programme() {
  const items = [drawn('a', 0, 0), drawn('b', 1, 0), drawn('hidden', 2, 0, false), drawn('c', 3, 0), drawn('d', 0, 1)]
  const root = make('main', {}, ...items)
  addArrowKeys(inBrowser(root))
  items[0]!.querySelector('a')!.fire('focus')
  page.activeElement = items[0]!.querySelector('a')
  const press = (key: string, more = {}) =>
    (page.activeElement ?? root).fire('keydown', { key, ...more }).defaultPrevented
  return { press, focused: () => page.activeElement?.textContent }
}

it('walks from session to session, past those that are not shown', () => {
  const { press, focused } = programme()
  const seen = ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => {
    expect(press(key)).toBe(true)
    return focused()
  })
  expect(seen).toEqual(['b', 'c', 'b', 'a', 'd', 'a'])
})

it('brings into sight where it goes', () => {
  const { press } = programme()
  press('ArrowDown')
  expect(page.activeElement!.scrolled).toBe(1)
})

it('leaves the keys to the browser at the edge, outside of sessions, and together with others', () => {
  const { press, focused } = programme()
  expect(press('ArrowUp')).toBe(false)
  for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
    expect(press('ArrowDown', { [held]: true })).toBe(false)
  expect(press('PageDown')).toBe(false)
  expect(focused()).toBe('a')
  page.activeElement = null
  expect(press('ArrowDown')).toBe(false)
})
