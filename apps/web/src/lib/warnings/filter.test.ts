import { expect, test } from 'vitest'
import { readWarningFilter, warningKinds } from './filter.ts'

const tracks = [{ id: 'trk_1', slug: 'digital' }]

test.each([
  ['', {}],
  [
    'schwere=error&art=room-taken-twice&reihe=digital',
    { severity: 'error', kind: 'room-taken-twice', trackId: 'trk_1' },
  ],
  ['schwere=schlimm&art=quatsch&reihe=fremd', {}],
  ['schwere=hint', { severity: 'hint' }],
])('%s', (query, expected) => {
  const nothing = { severity: undefined, kind: undefined, trackId: undefined }
  expect(readWarningFilter(new URLSearchParams(query), tracks)).toEqual({ ...nothing, ...expected })
})

test('every kind can be asked for', () => {
  expect(warningKinds).toHaveLength(17)
})
