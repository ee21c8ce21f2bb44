import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inBrowser, make, PageElement } from '../../../test/page.ts'
import { Combobox } from './combobox.ts'
import type { Offer } from './list.ts'

const words: Offer[] = [
  { text: 'digital' },
  { text: 'digitalisierung' },
  { text: 'Digitaler Bauantrag', note: 'Beitrag 2024', href: '/fachtag/2024/programm/beitrag/bauantrag' },
]

let asked: { address: string; signal: AbortSignal }[]
let answer: () => Promise<unknown>
let page: { activeElement: PageElement | null; createElement: (tag: string) => PageElement }
let left: string[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  left = []
  answer = async () => ({ ok: true, json: async () => words })
  page = { activeElement: null, createElement: (tag) => new PageElement(tag) }
  vi.stubGlobal('document', page)
  vi.stubGlobal('location', { assign: (address: string) => left.push(address) })
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push({ address, signal })
    return answer()
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function searchField() {
  const input = make('input', { id: 'suchbegriff' })
  const submitted: string[] = []
  Object.assign(input, { form: { requestSubmit: () => submitted.push(input.value) } })
  const texts = { 'data-label': 'Vorschläge', 'data-one': '1 Vorschlag', 'data-many': '2 Vorschläge' }
  const field = make('div', { 'data-suggest': '/suche/vorschlaege', ...texts }, input)
  new Combobox(inBrowser(field), inBrowser<HTMLInputElement>(input))
  page.activeElement = input
  const type = async (text: string) => {
    input.value = text
    input.fire('input')
    await vi.advanceTimersByTimeAsync(200)
  }
  const press = (key: string) => input.fire('keydown', { key })
  const chosen = () => list.children.findIndex((option) => option.getAttribute('aria-selected') === 'true')
  const list = field.querySelector('ul')!
  const status = field.querySelector('p')!
  return { input, list, status, submitted, type, press, chosen }
}

describe('what is offered', () => {
  it('comes when typing pauses, one question for several letters', async () => {
    const { input, list, status } = searchField()
    for (const text of ['d', 'di', 'dig']) {
      input.value = text
      input.fire('input')
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(120)
    expect(asked.map(({ address }) => address)).toEqual(['/suche/vorschlaege?q=dig'])
    expect(list.hidden).toBe(false)
    expect(list.children.map((option) => option.textContent)).toEqual([
      'digital',
      'digitalisierung',
      'Digitaler BauantragBeitrag 2024',
    ])
    expect(input.getAttribute('aria-expanded')).toBe('true')
    expect(status.textContent).toBe('3 Vorschläge')
  })

  it.each([
    [' d ', []],
    ['', []],
    ['&q=x#', ['/suche/vorschlaege?q=%26q%3Dx%23']],
    [' E-Akte ', ['/suche/vorschlaege?q=E-Akte']],
  ])('for %j asks %j', async (text, addresses) => {
    await searchField().type(text)
    expect(asked.map(({ address }) => address)).toEqual(addresses)
  })

  it('goes when too little is left to ask with', async () => {
    const { list, type, input } = searchField()
    await type('digi')
    await type('d')
    expect(list.hidden).toBe(true)
    expect(input.getAttribute('aria-expanded')).toBe('false')
  })

  it('is nothing when the answer is empty, refused, or does not come', async () => {
    const answers = [
      async () => ({ ok: true, json: async () => [] }),
      async () => ({ ok: false, json: async () => words }),
      async () => Promise.reject(new TypeError('offline')),
    ]
    for (answer of answers) {
      const { list, status, type } = searchField()
      await type('digi')
      expect([list.hidden, status.textContent]).toEqual([true, ''])
    }
  })

  it('a question that is out of date is called off', async () => {
    const { type } = searchField()
    answer = () => new Promise(() => {})
    await type('digi')
    await type('digit')
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false])
  })

  it('does not open a list below a field that was left meanwhile', async () => {
    const { list, input, type } = searchField()
    page.activeElement = null
    await type('digi')
    expect(list.hidden).toBe(true)
    page.activeElement = input
    await type('digit')
    expect(list.hidden).toBe(false)
    input.fire('blur')
    expect(list.hidden).toBe(true)
  })
})

describe('the keyboard', () => {
  it('walks through the offers and back to what was typed', async () => {
    const { input, list, type, press, chosen } = searchField()
    await type('digi')
    expect(press('ArrowDown').defaultPrevented).toBe(true)
    expect([chosen(), input.value]).toEqual([0, 'digital'])
    expect(input.getAttribute('aria-activedescendant')).toBe(list.children[0]!.id)
    expect(list.children[0]!.scrolled).toBe(1)
    press('ArrowUp')
    expect([chosen(), input.value, input.getAttribute('aria-activedescendant')]).toEqual([-1, 'digi', null])
    press('ArrowUp')
    expect([chosen(), input.value]).toEqual([2, 'Digitaler Bauantrag'])
  })

  it('Enter takes the offer that is chosen, and else sends what was typed', async () => {
    const { type, press, submitted } = searchField()
    await type('digi')
    expect(press('Enter').defaultPrevented).toBe(false)
    press('ArrowDown')
    expect(press('Enter').defaultPrevented).toBe(true)
    expect(submitted).toEqual(['digital'])
    press('ArrowUp')
    press('ArrowUp')
    press('Enter')
    expect(left).toEqual(['/fachtag/2024/programm/beitrag/bauantrag'])
  })

  it('Escape closes the list, with what was typed as it was', async () => {
    const { input, list, type, press } = searchField()
    await type('digi')
    press('ArrowDown')
    expect(press('Escape').defaultPrevented).toBe(true)
    expect([list.hidden, input.value]).toEqual([true, 'digi'])
    expect(press('Escape').defaultPrevented).toBe(false)
    expect(press('ArrowDown').defaultPrevented).toBe(false)
  })

  it('leaves other keys alone', async () => {
    const { type, press } = searchField()
    await type('digi')
    for (const key of ['a', 'Tab', 'Home', 'ArrowLeft']) expect(press(key).defaultPrevented).toBe(false)
  })

  it('a choice does not outlive the offers it was made from', async () => {
    const { input, type, press, submitted } = searchField()
    await type('digi')
    press('ArrowDown')
    answer = async () => ({ ok: true, json: async () => [{ text: 'datenschutz' }] })
    await type('daten')
    expect(input.getAttribute('aria-activedescendant')).toBeNull()
    expect(press('Enter').defaultPrevented).toBe(false)
    expect(submitted).toEqual([])
  })
})

it('a press on an offer takes it and keeps the focus in the field', async () => {
  const { list, type, submitted } = searchField()
  await type('digi')
  expect(list.children[1]!.fire('pointerdown').defaultPrevented).toBe(true)
  expect(submitted).toEqual(['digitalisierung'])
})
