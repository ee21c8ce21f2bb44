import { expect, test } from 'vitest'
import { followPlanning, type Source } from './following.ts'

type Heard = (event: { readonly data?: string }) => void

/** A part of a page as far as it is looked at, and a source that says what it is told to. */
function stage() {
  const nodes: Record<string, { value?: number; textContent?: string }> = {
    progress: { value: 0 },
    '[data-say-placed]': {},
    '[data-say-moved]': {},
  }
  const dataset = { plan: '/verlauf', placed: '-1 von -2', moved: '-1 Punkte anders', movedOne: 'einer anders' }
  const part = { dataset, querySelector: (selector: string) => nodes[selector] ?? null } as unknown as HTMLElement
  const heard = new Map<string, Heard>()
  const calls: string[] = []
  const open = (address: string): Source => {
    calls.push(`open ${address}`)
    return { addEventListener: (type, hear) => heard.set(type, hear), close: () => calls.push('close') }
  }
  followPlanning(part, open, () => calls.push('over'))
  return { nodes, calls, say: (type: string, data?: object) => heard.get(type)!({ data: JSON.stringify(data) }) }
}

test('the part shows how far it has come, in the words of the page', () => {
  const { nodes, say } = stage()
  say('progress', { share: 0.25, placed: 12, total: 40, moved: 3 })
  expect(nodes).toEqual({
    progress: { value: 0.25 },
    '[data-say-placed]': { textContent: '12 von 40' },
    '[data-say-moved]': { textContent: '3 Punkte anders' },
  })
  say('progress', { share: 0.5, placed: 13, total: 40, moved: 1 })
  expect(nodes['[data-say-moved]']).toEqual({ textContent: 'einer anders' })
})

test('when it is over, nothing is heard any more and the page is told', () => {
  const { calls, say } = stage()
  say('over', {})
  expect(calls).toEqual(['open /verlauf', 'close', 'over'])
})
