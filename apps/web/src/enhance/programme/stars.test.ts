import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inBrowser, make, PageElement } from '../../../test/page.ts'
import type { Selection } from './selection.ts'
import { addSelectionTools, addStars, addSwitches, slugOf } from './stars.ts'

/** A selection that is kept nowhere. */
function makeSelection(...marked: string[]) {
  const listeners: (() => void)[] = []
  const slugs = new Set(marked)
  const selection = {
    get slugs() {
      return [...slugs]
    },
    has: (slug: string) => slugs.has(slug),
    toggle(slug: string) {
      if (!slugs.delete(slug)) slugs.add(slug)
      for (const listener of listeners) listener()
    },
    follow(listener: () => void) {
      listeners.push(listener)
      listener()
    },
  }
  return selection as unknown as Selection
}

beforeEach(() => {
  vi.stubGlobal('document', { createElement: (tag: string) => new PageElement(tag) })
})

const session = (slug: string, title: string) =>
  make('li', { class: 's' }, make('a', { href: `/reihe/2031/programm/beitrag/${slug}` }, make('b', {}, title)))
const texts = { add: 'Merken', remove: 'Nicht mehr merken' }

it.each([
  ['/reihe/2031/programm/beitrag/e-akte', 'e-akte'],
  ['/en/reihe/2031/programm/beitrag/e-akte?jetzt#x', 'e-akte'],
])('the slug behind %s is %s', (href, slug) => {
  expect(slugOf(inBrowser(make('li', {}, make('a', { href }))))).toBe(slug)
})

it('what leads nowhere has no slug', () => {
  expect(slugOf(inBrowser(make('li')))).toBe('')
})

describe('stars', () => {
  const list = () => make('div', {}, session('e-akte', 'Die E-Akte'), session('cloud', 'Cloud'))

  it('stand on every session and name what they mark', () => {
    const root = list()
    addStars(inBrowser(root), makeSelection(), texts)
    expect(root.querySelectorAll('button').map((star) => star.getAttribute('aria-label'))).toEqual([
      'Merken: Die E-Akte',
      'Merken: Cloud',
    ])
    expect(root.classList.contains('has-stars')).toBe(true)
  })

  it('show what is marked, and change it when pressed', () => {
    const root = list()
    const selection = makeSelection('cloud')
    addStars(inBrowser(root), selection, texts)
    const state = () =>
      root.children.map((item) => [
        item.querySelector('button')!.getAttribute('aria-pressed'),
        item.classList.contains('mine'),
      ])
    expect(state()).toEqual([
      ['false', false],
      ['true', true],
    ])
    for (const star of root.querySelectorAll('button')) star.click()
    expect(selection.slugs).toEqual(['e-akte'])
    expect(state()).toEqual([
      ['true', true],
      ['false', false],
    ])
  })
})

describe('the tools of a selection', () => {
  const tools = () => {
    const link = make('a', { 'data-selection-link': '', href: '/reihe/2031/merkliste' }, 'Merkliste')
    const onlyMine = make('button', { 'data-only-mine': '', hidden: '' }, 'Nur meine')
    return { root: make('div', {}, link, onlyMine), link, onlyMine }
  }

  it('the link counts what is marked, and carries it', () => {
    const { root, link } = tools()
    const selection = makeSelection()
    addSelectionTools(inBrowser(root), selection)
    expect([link.textContent, link.href]).toEqual(['Merkliste', '/reihe/2031/merkliste'])
    selection.toggle('a')
    selection.toggle('b')
    expect([link.textContent, link.href]).toEqual(['Merkliste (2)', '/reihe/2031/merkliste?s=a,b'])
    selection.toggle('a')
    selection.toggle('b')
    expect([link.textContent, link.href]).toEqual(['Merkliste', '/reihe/2031/merkliste'])
  })

  it('the switch appears, and says whether it is on', () => {
    const { root, onlyMine } = tools()
    addSelectionTools(inBrowser(root), makeSelection())
    expect(onlyMine.hidden).toBe(false)
    onlyMine.click()
    expect([onlyMine.getAttribute('aria-pressed'), root.classList.contains('only-mine')]).toEqual(['true', true])
    onlyMine.click()
    expect([onlyMine.getAttribute('aria-pressed'), root.classList.contains('only-mine')]).toEqual(['false', false])
  })

  it('a page without them is left as it is', () => {
    const root = make('div', {}, make('button', { 'data-only-mine': '', hidden: '' }))
    addSelectionTools(inBrowser(root), makeSelection('a'))
    expect(root.firstElementChild!.hidden).toBe(true)
  })
})

it('a link that would open a list becomes a switch that looks the same', () => {
  const link = make('a', { 'data-star': 'e-akte', class: 'kern-btn', href: '?s=e-akte' }, make('span', {}, 'Merken'))
  const root = make('div', {}, link)
  const selection = makeSelection()
  addSwitches(inBrowser(root), selection, texts)
  const button = root.querySelector('button')!
  expect(root.querySelector('a')).toBeNull()
  expect([button.className, button.textContent]).toEqual(['kern-btn', 'Merken'])
  button.click()
  expect([selection.slugs, button.textContent]).toEqual([['e-akte'], 'Nicht mehr merken'])
  button.click()
  expect([selection.slugs, button.textContent]).toEqual([[], 'Merken'])
})
