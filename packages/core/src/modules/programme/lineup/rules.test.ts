import { describe, expect, it } from 'vitest'
import { makeAppearance } from '../../../../test/session-cards.ts'
import type { ProgrammeAppearance } from '../types.ts'
import { resolveLineup } from './rules.ts'

/** Somebody whose id is their name. */
const as = (id: string, given: Partial<ProgrammeAppearance> = {}) => makeAppearance(id, { id, ...given })

const told = (appearances: readonly ProgrammeAppearance[]) =>
  resolveLineup(appearances).map((entry) => [entry.appearance.id, ...entry.standsInFor.map((one) => one.id)])

describe('resolveLineup', () => {
  it.each([
    ['nobody', [], []],
    ['everybody in their order', [as('b'), as('a')], [['b'], ['a']]],
    [
      'the stand-in with whom they replace',
      [as('planned', { state: 'replaced' }), as('came', { replacesId: 'planned' })],
      [['came', 'planned']],
    ],
    [
      'a chain of replacements, the last first',
      [
        as('first', { state: 'replaced' }),
        as('second', { state: 'replaced', replacesId: 'first' }),
        as('third', { replacesId: 'second' }),
      ],
      [['third', 'second', 'first']],
    ],
    ['who is missing without a stand-in', [as('missing', { state: 'replaced' })], [['missing']]],
    ['who cancelled', [as('off', { state: 'cancelled' }), as('on')], [['off'], ['on']]],
    ['a stand-in whose forerunner is not in the session', [as('came', { replacesId: 'elsewhere' })], [['came']]],
  ])('shows %s', (_, appearances, expected) => {
    expect(told(appearances)).toEqual(expected)
  })

  it('ends even where appearances replace each other in a circle', () => {
    const circle = [as('a', { replacesId: 'b' }), as('b', { replacesId: 'a' })]
    expect(told(circle)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
  })
})
