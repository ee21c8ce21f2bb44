import { expect, test } from 'vitest'
import { readSessionFilter } from './session-filter.ts'

const nothing = { text: undefined, type: undefined, track: undefined, lacks: undefined, removed: false }

test.each([
  ['', {}],
  [
    'q=+Akte+&art=panel&reihe=verwaltung&fehlt=speaker',
    { text: 'Akte', type: 'panel', track: 'verwaltung', lacks: 'speaker' },
  ],
  ['q=&reihe=&art=&fehlt=', {}],
  ['art=oper&fehlt=mut', {}],
  ['entfernt=on', { removed: true }],
])('%j asks for %j', (query, expected) => {
  expect(readSessionFilter(new URLSearchParams(query))).toEqual({ ...nothing, ...expected })
})

test('a very long question is cut', () => {
  expect(readSessionFilter(new URLSearchParams({ q: 'x'.repeat(999) })).text).toHaveLength(200)
})
