import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inBrowser, make } from '../../../test/page.ts'
import type { Selection } from './selection.ts'
import { enhanceSelectionPage } from './selection-page.ts'

let gone: string[]
let copied: string[]
let printed: number

beforeEach(() => {
  gone = []
  copied = []
  printed = 0
  const href = 'https://fachtag.example/reihe/2031/merkliste?s=a,b'
  vi.stubGlobal('location', { href, replace: (address: string) => gone.push(address) })
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => copied.push(text) } })
  vi.stubGlobal('window', { print: () => printed++ })
})

function selectionOf(...marked: string[]) {
  const listeners: (() => void)[] = []
  const slugs = [...marked]
  const selection = {
    slugs,
    has: (slug: string) => slugs.includes(slug),
    add(more: readonly string[]) {
      slugs.push(...more.filter((one) => !slugs.includes(one)))
      for (const listener of listeners) listener()
    },
    follow(listener: () => void) {
      listeners.push(listener)
      listener()
    },
  }
  return selection as unknown as Selection
}

function pageOf(shared: string | undefined) {
  const takeOver = make('button', {
    'data-take-over': '',
    'data-done': 'Übernommen.',
    'data-needs-script': '',
    hidden: '',
  })
  const copy = make('button', { 'data-copy': '', 'data-done': 'Kopiert.', 'data-needs-script': '', hidden: '' })
  const print = make('button', { 'data-print': '', 'data-needs-script': '', hidden: '' })
  const status = make('p', { role: 'status' })
  const root = make('main', shared === undefined ? {} : { 'data-shared': shared }, takeOver, copy, print, status)
  return { root, takeOver, copy, print, status }
}

describe('the page of a selection', () => {
  it('opened without one leads to the own, if there is one', () => {
    enhanceSelectionPage(inBrowser(pageOf('').root), selectionOf('a', 'b'))
    enhanceSelectionPage(inBrowser(pageOf('').root), selectionOf())
    expect(gone).toEqual(['?s=a,b'])
  })

  it('shows what needs a script', () => {
    const { root, copy, print } = pageOf('a,b')
    enhanceSelectionPage(inBrowser(root), selectionOf())
    expect([copy.hidden, print.hidden]).toEqual([false, false])
  })

  it('takes over what somebody else has chosen, and offers it only as long as it is not the own', () => {
    const { root, takeOver, status } = pageOf('a,b')
    const selection = selectionOf('b', 'x')
    enhanceSelectionPage(inBrowser(root), selection)
    expect(takeOver.hidden).toBe(false)
    takeOver.click()
    expect(selection.slugs).toEqual(['b', 'x', 'a'])
    expect([takeOver.hidden, status.textContent]).toEqual([true, 'Übernommen.'])
  })

  it('does not offer to take over what is the own already', () => {
    const { root, takeOver } = pageOf('a')
    enhanceSelectionPage(inBrowser(root), selectionOf('a', 'b'))
    expect(takeOver.hidden).toBe(true)
  })

  it('copies its address, and says so when it is done', async () => {
    const { root, copy, status } = pageOf('a,b')
    enhanceSelectionPage(inBrowser(root), selectionOf())
    copy.click()
    await vi.waitFor(() => expect(status.textContent).toBe('Kopiert.'))
    expect(copied).toEqual(['https://fachtag.example/reihe/2031/merkliste?s=a,b'])
  })

  it('prints', () => {
    const { root, print } = pageOf('a,b')
    enhanceSelectionPage(inBrowser(root), selectionOf())
    print.click()
    expect(printed).toBe(1)
  })

  it('is what it is on other pages', () => {
    const { root, copy } = pageOf(undefined)
    enhanceSelectionPage(inBrowser(root), selectionOf('a'))
    expect([gone, copy.hidden]).toEqual([[], true])
  })
})
