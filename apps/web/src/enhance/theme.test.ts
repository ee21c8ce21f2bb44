import { beforeEach, describe, expect, it, vi } from 'vitest'
import { make, type PageElement } from '../../test/page.ts'

let stored: Map<string, string>
let page: PageElement & { cookie?: string; documentElement?: PageElement }

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  })
})

/** A page with a choice of colours and links to its other language, as the script finds it. */
async function open() {
  const root = make('html')
  const select = make('select', { 'data-theme-choice': '' })
  const link = make('a', { 'data-language': 'en', href: '/en' })
  const box = make('p', { hidden: '' }, select)
  page = make('body', {}, box, link)
  page.documentElement = root
  vi.stubGlobal('document', page)
  vi.resetModules()
  await import('./theme.ts')
  const atFirstPaint = root.dataset.kernTheme
  page.fire('DOMContentLoaded')
  const choose = (value: string) => {
    select.value = value
    select.fire('change')
  }
  return { root, select, box, link, atFirstPaint, choose }
}

describe('the choice of colours', () => {
  it.each([
    [undefined, undefined, 'auto'],
    ['light', 'light', 'light'],
    ['dark', 'dark', 'dark'],
    ['auto', undefined, 'auto'],
    ['"><script>', undefined, 'auto'],
  ])('%j in the browser is %j before the first paint, and shown as %s', async (kept, theme, shown) => {
    if (kept) stored.set('fachtag-farben', kept)
    const { atFirstPaint, select, box } = await open()
    expect([atFirstPaint, select.value, box.hidden]).toEqual([theme, shown, false])
  })

  it('holds at once, and on the next page', async () => {
    const { root, choose } = await open()
    choose('dark')
    expect(root.dataset.kernTheme).toBe('dark')
    expect((await open()).atFirstPaint).toBe('dark')
  })

  it('can be left to the system again', async () => {
    stored.set('fachtag-farben', 'dark')
    const { root, choose } = await open()
    choose('auto')
    expect(root.dataset.kernTheme).toBeUndefined()
    expect((await open()).atFirstPaint).toBeUndefined()
  })
})

it('the language that is chosen once is remembered for a year', async () => {
  const { link } = await open()
  expect(page.cookie).toBeUndefined()
  link.click()
  expect(page.cookie).toBe('sprache=en; path=/; max-age=31536000; samesite=lax')
})
