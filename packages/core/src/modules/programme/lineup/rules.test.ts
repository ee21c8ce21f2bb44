import { describe, expect, it } from 'vitest'
import type { ProgrammeAppearance } from '../types.ts'
import { resolveLineup } from './rules.ts'

function appearance(id: string, given: Partial<ProgrammeAppearance> = {}): ProgrammeAppearance {
  return {
    id,
    personId: `per_${id}`,
    personSlug: id,
    name: id,
    role: 'speaker',
    mode: 'on-site',
    state: 'planned',
    replacesId: null,
    function: null,
    organisationId: null,
    organisationSlug: null,
    organisationName: null,
    note: null,
    ...given,
  }
}

const told = (appearances: readonly ProgrammeAppearance[]) =>
  resolveLineup(appearances).map((entry) => [entry.appearance.id, ...entry.standsInFor.map((one) => one.id)])

describe('resolveLineup', () => {
  it.each([
    ['nobody', [], []],
    ['everybody in their order', [appearance('b'), appearance('a')], [['b'], ['a']]],
    [
      'the stand-in with whom they replace',
      [appearance('planned', { state: 'replaced' }), appearance('came', { replacesId: 'planned' })],
      [['came', 'planned']],
    ],
    [
      'a chain of replacements, the last first',
      [
        appearance('first', { state: 'replaced' }),
        appearance('second', { state: 'replaced', replacesId: 'first' }),
        appearance('third', { replacesId: 'second' }),
      ],
      [['third', 'second', 'first']],
    ],
    ['who is missing without a stand-in', [appearance('missing', { state: 'replaced' })], [['missing']]],
    ['who cancelled', [appearance('off', { state: 'cancelled' }), appearance('on')], [['off'], ['on']]],
    [
      'a stand-in whose forerunner is not in the session',
      [appearance('came', { replacesId: 'elsewhere' })],
      [['came']],
    ],
  ])('shows %s', (_, appearances, expected) => {
    expect(told(appearances)).toEqual(expected)
  })

  it('ends even where appearances replace each other in a circle', () => {
    const circle = [appearance('a', { replacesId: 'b' }), appearance('b', { replacesId: 'a' })]
    expect(told(circle)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
  })
})
