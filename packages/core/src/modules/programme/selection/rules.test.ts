import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOverlaps, formatSelection, parseSelection, selectionLimit } from './rules.ts'
import type { Timed } from './types.ts'

const session = (id: string, time: string | null, durationMinutes: number | null): Timed => ({
  id,
  startsAt: time === null ? null : `2031-11-05T${time}`,
  durationMinutes,
})

describe('parseSelection', () => {
  it.each([
    [null, []],
    ['', []],
    ['a,b', ['a', 'b']],
    ['b,a,b', ['b', 'a']],
    ['a,,b,', ['a', 'b']],
    ['e-akte,<script>,../etc,-x,A', ['e-akte']],
  ])('%s → %o', (parameter, expected) => {
    expect(parseSelection(parameter)).toEqual(expected)
  })

  it('stops at the limit', () => {
    const many = Array.from({ length: selectionLimit + 50 }, (_, n) => `s${n}`)
    expect(parseSelection(many.join(','))).toEqual(many.slice(0, selectionLimit))
  })

  it('reads back what formatSelection wrote', () => {
    const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/)
    fc.assert(
      fc.property(fc.uniqueArray(slug, { maxLength: 50 }), (slugs) => {
        expect(parseSelection(formatSelection(slugs))).toEqual(slugs)
      }),
    )
  })
})

describe('findOverlaps', () => {
  it.each([
    ['nothing in common', [session('a', '10:00', 30), session('b', '10:30', 30)], []],
    ['a quarter of an hour', [session('a', '10:00', 45), session('b', '10:30', 30)], [['a', 'b', 15]]],
    ['one inside the other', [session('a', '10:00', 120), session('b', '10:30', 30)], [['a', 'b', 30]]],
    ['the same time', [session('a', '10:00', 30), session('b', '10:00', 60)], [['a', 'b', 30]]],
    ['unknown time', [session('a', null, 30), session('b', '10:00', 60)], []],
    ['unknown duration', [session('a', '10:00', null), session('b', '10:00', 60)], []],
  ] as const)('%s', (_, sessions, expected) => {
    expect(findOverlaps(sessions).map(({ first, second, minutes }) => [first, second, minutes])).toEqual(expected)
  })

  it('names every pair of three at once, in whatever order they come', () => {
    const three = [session('c', '10:20', 60), session('a', '10:00', 60), session('b', '10:10', 60)]
    expect(findOverlaps(three).map(({ first, second }) => first + second)).toEqual(['ab', 'ac', 'bc'])
  })

  it('finds exactly the pairs that comparing each with each finds', () => {
    const anySession = fc.record({ start: fc.integer({ min: 0, max: 100 }), length: fc.integer({ min: 1, max: 40 }) })
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 15 }), (raw) => {
        const timed = raw.map(({ start, length }, n): Timed => {
          const time = `${String(8 + Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`
          return session(`s${n}`, time, length)
        })
        const pairs = raw.flatMap((a, i) =>
          raw.slice(i + 1).filter((b) => a.start < b.start + b.length && b.start < a.start + a.length),
        )
        expect(findOverlaps(timed)).toHaveLength(pairs.length)
      }),
    )
  })
})
