import { expect, test } from 'vitest'
import { type RoleName, roleNames } from '../../../kernel/actor.ts'
import { canWithdraw, rolesFor } from './rules.ts'

const places = [
  { seriesId: null, editionId: null },
  { seriesId: 'srs_1', editionId: null },
  { seriesId: 'srs_1', editionId: 'edi_1' },
]

test('every role can be given in exactly one kind of place', () => {
  expect(places.flatMap(rolesFor).toSorted()).toEqual(roleNames.toSorted())
})

test.each<[RoleName, number, boolean]>([
  ['operator', 1, false],
  ['operator', 2, true],
  ['series-organiser', 1, false],
  ['series-organiser', 2, true],
  ['editor', 1, true],
])('%s held by %i can be withdrawn: %s', (role, holders, expected) => {
  expect(canWithdraw(role, holders)).toBe(expected)
})
