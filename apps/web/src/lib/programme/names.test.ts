import { expect, it } from 'vitest'
import { makeAppearance } from '../../../../../packages/core/test/session-cards.ts'
import { messages } from '../messages/messages.ts'
import { nameLine, nameLines } from './names.ts'

it.each([
  ['nobody', [], ''],
  ['several people', [makeAppearance('A'), makeAppearance('B')], 'A, B'],
  [
    'an organisation without a person',
    [makeAppearance('A', { name: null, organisationName: 'Stadt Musterstadt' })],
    'Stadt Musterstadt',
  ],
  [
    'moderators together, after the others',
    [makeAppearance('A', { role: 'moderator' }), makeAppearance('B'), makeAppearance('C', { role: 'moderator' })],
    'B · Moderation: A, C',
  ],
  ['a moderator', [makeAppearance('A', { role: 'moderator' })], 'Moderation: A'],
  ['a remote speaker', [makeAppearance('A', { mode: 'remote' })], 'A (per Video)'],
  [
    'a stand-in by video',
    [makeAppearance('A', { state: 'replaced' }), makeAppearance('B', { replacesId: 'app_A', mode: 'remote' })],
    'B (für A, per Video)',
  ],
  ['who could not come', [makeAppearance('A', { state: 'cancelled' }), makeAppearance('B')], 'A (verhindert), B'],
])('names %s', (_, appearances, expected) => {
  expect(nameLine(appearances, messages('de').programme)).toBe(expected)
})

it('gives everybody a line with function and organisation', () => {
  const appearances = [
    makeAppearance('A', { function: 'CIO', organisationName: 'Stadt B', mode: 'remote' }),
    makeAppearance('C', { role: 'moderator' }),
    makeAppearance('D', { name: null, organisationName: 'Landkreis E' }),
  ]
  expect(nameLines(appearances, messages('de').programme)).toEqual([
    'A, CIO, Stadt B (per Video)',
    'Moderation: C',
    'Landkreis E',
  ])
})
