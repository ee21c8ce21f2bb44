import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inBrowser, make, type PageElement } from '../../../test/page.ts'
import { swapOnPress } from './swap.ts'

let answer: { ok: boolean; page: PageElement } | undefined
let sent: { address: string; body: unknown }[]
let wanted: unknown[]
let shown: PageElement

const inTree = (root: PageElement, id: string): PageElement | null =>
  root.id === id ? root : (root.children.map((child) => inTree(child, id)).find(Boolean) ?? null)

beforeEach(() => {
  sent = []
  wanted = []
  answer = undefined
  vi.stubGlobal('document', { getElementById: (id: string) => inTree(shown, id) })
  vi.stubGlobal('fetch', async (address: string, init: { body: unknown; headers: unknown }) => {
    sent.push({ address, body: init.body })
    wanted.push(init.headers)
    if (!answer) throw new TypeError('offline')
    return { ok: answer.ok, text: async () => 'html' }
  })
  vi.stubGlobal(
    'FormData',
    class {
      readonly pressed: unknown
      constructor(_form: unknown, button: { dataset: Record<string, string> }) {
        this.pressed = button.dataset.name
      }
    },
  )
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = () => ({ getElementById: (id: string) => (answer ? inTree(answer.page, id) : null) })
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

function form() {
  const icon = make('span')
  const button = make('button', { 'data-swap': 'rows', 'data-name': 'add:rows' }, icon)
  const rows = make('fieldset', { id: 'rows' }, 'eine Zeile')
  const other = make('button', {}, 'Speichern')
  const element = make('form', {}, rows, button, other)
  const requested: PageElement[] = []
  Object.assign(element, { action: '/form', requestSubmit: (one: PageElement) => requested.push(one) })
  // The page knows selectors of one element; the script asks for a button that says what it changes.
  icon.closest = (selector) => (selector === 'button[data-swap]' ? button : null)
  button.closest = (selector) => (selector === 'button[data-swap]' ? button : null)
  other.closest = () => null
  shown = make('main', {}, element)
  const enhanced: Element[] = []
  swapOnPress(inBrowser<HTMLFormElement>(element), (part) => enhanced.push(part))
  const settled = () =>
    vi.waitFor(() => expect(sent.length + requested.length).toBeGreaterThan(0)).then(() => new Promise(setImmediate))
  return { element, icon, button, rows, other, requested, enhanced, settled }
}

describe('a button that rearranges the form', () => {
  it('puts what the server answers in the place of what was there, and the focus into it', async () => {
    const { element, icon, enhanced, settled } = form()
    const focused: string[] = []
    const fresh = make('input', { autofocus: '' })
    Object.assign(fresh, { focus: () => focused.push('fresh') })
    answer = { ok: true, page: make('html', {}, make('fieldset', { id: 'rows' }, fresh)) }
    expect(icon.click().defaultPrevented).toBe(true)
    await settled()
    expect(sent).toMatchObject([{ address: '/form', body: { pressed: 'add:rows' } }])
    expect(wanted).toEqual([{ accept: 'text/html' }])
    expect(element.children[0]?.children[0]).toBe(fresh)
    expect([enhanced.length, focused]).toEqual([1, ['fresh']])
  })

  it('leads nobody away who has not pressed it themselves', async () => {
    const { button, requested } = form()
    button.fire('click', { isTrusted: false })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    await new Promise(setImmediate)
    expect(requested).toEqual([])
  })

  it.each([
    ['is refused', { ok: false, page: make('html', {}, make('fieldset', { id: 'rows' })) }],
    ['does not have it', { ok: true, page: make('html') }],
    ['does not come', undefined],
  ])('sends the form as it is when the answer %s', async (_, given) => {
    const { button, rows, element, requested, settled } = form()
    answer = given
    button.click()
    await settled()
    expect(requested).toEqual([button])
    expect(element.children[0]).toBe(rows)
  })
})

it('other buttons do what they do', () => {
  const { other } = form()
  expect(other.click().defaultPrevented).toBe(false)
  expect(sent).toEqual([])
})
