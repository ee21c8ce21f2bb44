import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import { resolveLineup } from '../lineup/rules.ts'
import { findReplaced, standInAt } from './rules.ts'

const ida = someAppearance({ id: 'ida' })
const bo = someAppearance({ id: 'bo', role: 'panelist' })
const cem = someAppearance({ id: 'cem', role: 'moderator' })
const off = someAppearance({ id: 'off', state: 'cancelled' })
const eva = someAppearance({ id: 'eva' })
const session = someSession({ id: 's', title: 'Alt', abstract: 'alt', appearances: [off, ida, bo, cem] })
const change = { appearance: eva, title: null, abstract: null }

test.each<readonly [string, string | undefined, readonly string[]]>([
  ['all who speak, and nobody who leads', undefined, ['ida', 'bo']],
  ['the one who is named', 'cem', ['cem']],
  ['nobody who has cancelled already', 'off', []],
  ['nobody who is not there', 'x', []],
])('findReplaced: %s', (_, id, expected) => {
  expect(findReplaced(session, id).map((held) => held.id)).toEqual(expected)
})

describe('standInAt', () => {
  test('keeps who was planned, and shows the stand-in in their place and role', () => {
    const after = standInAt(session, new Set(['bo']), change)
    expect(after).toEqual({
      ...session,
      appearances: [off, ida, { ...bo, state: 'replaced' }, { ...eva, role: 'panelist', replacesId: 'bo' }, cem],
    })
    const shown = resolveLineup(after.appearances).map(({ appearance, standsInFor }) => [
      appearance.id,
      ...standsInFor.map((one) => one.id),
    ])
    expect(shown).toEqual([['off'], ['ida'], ['eva', 'bo'], ['cem']])
  })

  test('of several the first is stood in for, and the others are off', () => {
    const after = standInAt(session, new Set(['ida', 'bo']), { ...change, title: 'Neu', abstract: 'neu' })
    expect(after).toMatchObject({ title: 'Neu', abstract: 'neu' })
    expect(after.appearances.map((held) => `${held.id} ${held.state}`)).toEqual([
      'off cancelled', 'ida replaced', 'eva planned', 'bo cancelled', 'cem planned',
    ]) // biome-ignore format: a list of words
  })

  test('who stood in can be stood in for', () => {
    const once = standInAt(session, new Set(['ida']), change)
    const twice = standInAt(once, new Set(['eva']), { ...change, appearance: someAppearance({ id: 'fay' }) })
    const [, entry] = resolveLineup(twice.appearances)
    expect([entry?.appearance.id, ...(entry?.standsInFor ?? []).map((one) => one.id)]).toEqual(['fay', 'eva', 'ida'])
  })

  test('leaves a session alone that has none of them', () => {
    expect(standInAt(session, new Set(['x', 'off']), change)).toBe(session)
  })
})
