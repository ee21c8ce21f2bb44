import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inBrowser, make } from '../../../test/page.ts'
import { previewWhileTyping } from './preview.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function formWith(typed: { name: string; value: string }) {
  const presses: number[] = []
  const other = { checked: false }
  let heard: ((event: unknown) => void) | undefined
  const form = make('form', {})
  Object.assign(form, {
    addEventListener: (_: string, hear: (event: unknown) => void) => {
      heard = hear
    },
    querySelector: (wanted: string) =>
      wanted.startsWith('button') ? { click: () => presses.push(Date.now()) } : other,
  })
  previewWhileTyping(inBrowser<HTMLFormElement>(form))
  return { presses, other, type: () => heard?.({ target: typed }) }
}

it('asks once for several letters, when typing pauses', () => {
  const { presses, type } = formWith({ name: 'note', value: 'x' })
  for (let n = 0; n < 3; n++) {
    type()
    vi.advanceTimersByTime(100)
  }
  expect(presses).toHaveLength(0)
  vi.advanceTimersByTime(400)
  expect(presses).toHaveLength(1)
})

it('takes a typed name for somebody else than those on the list', () => {
  const named = formWith({ name: 'person.text', value: 'Fay' })
  named.type()
  expect(named.other.checked).toBe(true)
  const noted = formWith({ name: 'note', value: 'Fay' })
  noted.type()
  expect(noted.other.checked).toBe(false)
})
