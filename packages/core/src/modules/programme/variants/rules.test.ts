import { describe, expect, test } from 'vitest'
import { someSession } from '../../../../test/programme.ts'
import { noCircumstances } from '../circumstances/rules.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { compareProgrammes, isVariantMove, mergeVariant, placesOf, withPlaces } from './rules.ts'
import type { Variant } from './types.ts'

const day = '2031-11-05'
const room = (id: string) => ({ id, slug: id, name: `Saal ${id}`, capacity: null, position: 0 })
const at = (id: string, time: string | null, roomId: string | null = 'r') =>
  someSession({
    id,
    roomId,
    day: time && day,
    startsAt: time && `${day}T${time}`,
    durationMinutes: 45,
  })
const programme = (...sessions: ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: [room('r'), room('q')],
  sessions,
})
const variant = (base: Programme, places: Programme): Variant => ({
  id: 'v',
  revision: 1,
  name: 'ohne Saal',
  note: null,
  base: placesOf(base),
  places: placesOf(places),
  createdAt: '2031-10-01T08:00:00Z',
})

describe('withPlaces', () => {
  test('moves sessions and leaves what they say and what has come since', () => {
    const draft = programme({ ...at('a', '09:00'), title: 'Neu' }, at('b', '10:00'))
    expect(withPlaces(draft, placesOf(programme(at('a', '14:00', 'q'))))).toEqual(
      programme({ ...at('a', '14:00', 'q'), title: 'Neu' }, at('b', '10:00')),
    )
  })

  test('a room that has gone is none', () => {
    const places = placesOf(programme(at('a', '09:00', 'lost')))
    expect(withPlaces(programme(at('a', '09:00')), places).sessions[0]?.roomId).toBeNull()
  })
})

describe('mergeVariant', () => {
  const base = programme(at('a', '09:00'), at('b', '10:00'))
  const moved = programme(at('a', '14:00'), at('b', '10:00'))
  const placesAfter = (draft: Programme, prefer?: 'variant' | 'draft') => {
    const merged = mergeVariant(draft, variant(base, moved), prefer)
    return merged.kind === 'merged'
      ? Object.fromEntries([...merged.places].map(([id, to]) => [id, to.startsAt]))
      : merged
  }

  test.each<readonly [string, Programme, unknown]>([
    ['takes what the variant has moved', base, { a: `${day}T14:00` }],
    ['leaves what only the draft has moved', programme(at('a', '09:00'), at('b', '16:00')), { a: `${day}T14:00` }],
    ['has nothing to do where both have done the same', moved, {}],
    ['asks where both have moved a session', programme(at('a', '16:00')), { kind: 'disputed', ids: ['a'] }],
    ['passes over what is not in the draft any more', programme(at('b', '10:00')), {}],
  ])('%s', (_, draft, expected) => expect(placesAfter(draft)).toEqual(expected))

  test('does what was answered', () => {
    const draft = programme(at('a', '16:00'))
    expect(placesAfter(draft, 'draft')).toEqual({})
    expect(placesAfter(draft, 'variant')).toEqual({ a: `${day}T14:00` })
  })
})

test('compareProgrammes tells what moved, what it costs and what it mends', () => {
  const first = programme(at('a', '09:00'), at('b', '09:00'), at('c', '11:00'))
  const second = programme(at('a', '09:00'), at('b', '09:00', 'q'), at('c', null, null))
  const { report, figures, onlyFirst, onlySecond } = compareProgrammes(first, second, noCircumstances)
  expect(report.moved.map(({ id }) => id)).toEqual(['b', 'c'])
  expect(figures).toEqual([
    { placed: 3, parked: 0, roomsUsed: 1, warnings: { error: 1, warning: 0, hint: 0 } },
    { placed: 2, parked: 1, roomsUsed: 2, warnings: { error: 0, warning: 0, hint: 0 } },
  ])
  expect(onlyFirst.map((warning) => warning.kind)).toEqual(['room-taken-twice'])
  expect(onlySecond).toEqual([])
})

test.each([
  [true, { kind: 'park', sessionIds: ['a'] } as const],
  [false, { kind: 'lock', sessionIds: ['a'] } as const],
  [false, { kind: 'copy-day', from: day, to: '2031-11-06', what: 'all' } as const],
])('isVariantMove: %s for %o', (expected, move) => expect(isVariantMove(move)).toBe(expected))
