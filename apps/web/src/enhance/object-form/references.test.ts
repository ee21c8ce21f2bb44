import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inBrowser, make, PageElement } from '../../../test/page.ts'
import { enhanceReferences } from './references.ts'

let asked: string[]
let page: { activeElement: PageElement | null; createElement: (tag: string) => PageElement }

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  page = { activeElement: null, createElement: (tag) => new PageElement(tag) }
  vi.stubGlobal('document', page)
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return { ok: true, json: async () => [{ id: 'per_1', text: 'Dr. Ida Öhm', note: 'Stadt Leipzig' }] }
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function field() {
  const input = make('input', { id: 'contacts.0.personId' })
  const id = make('input', { 'data-reference-id': '' })
  const was = make('input', { 'data-reference-was': '' })
  Object.assign(id, { value: 'per_9' })
  const around = make(
    'div',
    { 'data-reference': '', 'data-suggest': '/organisieren/nachschlagen?art=person' },
    input,
    id,
    was,
  )
  const submitted: string[] = []
  Object.assign(input, { form: { requestSubmit: () => submitted.push(input.value) } })
  enhanceReferences(inBrowser(make('html', {}, around)))
  page.activeElement = input
  const type = async (text: string) => {
    input.value = text
    input.fire('input')
    await vi.advanceTimersByTimeAsync(200)
  }
  return { input, id, was, list: around.querySelector('ul')!, submitted, type }
}

describe('a reference', () => {
  it('asks for names of its kind while one types', async () => {
    const { list, type } = field()
    await type('Ida')
    expect(asked).toEqual(['/organisieren/nachschlagen?art=person&q=Ida'])
    expect(list.children.map((option) => option.textContent)).toEqual(['Dr. Ida ÖhmStadt Leipzig'])
  })

  it('remembers who was taken, and the form is not sent', async () => {
    const { input, id, was, list, submitted, type } = field()
    await type('Ida')
    input.fire('keydown', { key: 'ArrowDown' })
    expect(id.value).toBe('per_9')
    expect(input.fire('keydown', { key: 'Enter' }).defaultPrevented).toBe(true)
    expect([input.value, id.value, was.value]).toEqual(['Dr. Ida Öhm', 'per_1', 'Dr. Ida Öhm'])
    expect([list.hidden, submitted]).toEqual([true, []])
  })

  it('leaves what is not whole as it is', () => {
    const half = make('div', { 'data-reference': '' }, make('input'))
    enhanceReferences(inBrowser(make('html', {}, half)))
    expect(half.querySelector('ul')).toBeNull()
  })
})
