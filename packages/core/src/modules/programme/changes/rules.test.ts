import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { applyChanges, diffProgrammes, emptyProgramme, isUnchanged } from './rules.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')

const appearance = fc
  .record({ id: ids, role: fc.constantFrom('speaker', 'moderator'), name: maybe(fc.string()), replacesId: maybe(ids) })
  .map((given) => someAppearance(given as never))

const session: fc.Arbitrary<ProgrammeSession> = fc
  .record({
    id: ids,
    title: fc.string(),
    subtitle: maybe(fc.string()),
    state: fc.constantFrom('planned', 'cancelled'),
    trackId: maybe(ids),
    startsAt: maybe(fc.constantFrom('2031-11-05T09:00', '2031-11-05T10:00')),
    durationMinutes: maybe(fc.integer({ min: 1, max: 300 })),
    links: fc.array(fc.record({ title: fc.string(), url: fc.webUrl() }), { maxLength: 2 }),
    topicIds: fc.array(ids, { maxLength: 2 }),
    appearances: fc.array(appearance, { maxLength: 3 }),
  })
  .map((given) => someSession(given as never))

const unique = <T extends { id: string }>(entry: fc.Arbitrary<T>) => fc.uniqueArray(entry, { selector: ({ id }) => id })

const programme: fc.Arbitrary<Programme> = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'Europe/Brussels'),
  tracks: unique(
    fc.record({ id: ids, slug: fc.string(), name: fc.string(), colour: maybe(fc.string()), position: fc.nat() }),
  ),
  rooms: unique(
    fc.record({ id: ids, slug: fc.string(), name: fc.string(), capacity: maybe(fc.nat()), position: fc.nat() }),
  ),
  sessions: unique(session),
})

const sorted = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

function canonical({ timeZone, tracks, rooms, sessions }: Programme): Programme {
  return { timeZone, tracks: sorted(tracks), rooms: sorted(rooms), sessions: sorted(sessions) }
}

const reversed = ({ timeZone, tracks, rooms, sessions }: Programme): Programme => ({
  timeZone,
  tracks: tracks.toReversed(),
  rooms: rooms.toReversed(),
  sessions: sessions.toReversed(),
})

describe('the difference of two programmes', () => {
  test('applied to the first it gives the second', () => {
    fc.assert(
      fc.property(programme, programme, (a, b) => {
        expect(canonical(applyChanges(a, diffProgrammes(a, b)))).toEqual(canonical(b))
      }),
    )
  })

  test('survives being stored as JSON', () => {
    fc.assert(
      fc.property(programme, programme, (a, b) => {
        const stored = JSON.parse(JSON.stringify(diffProgrammes(a, b)))
        expect(canonical(applyChanges(a, stored))).toEqual(canonical(b))
      }),
    )
  })

  test('is empty for a programme and itself, in any order, and for nothing else', () => {
    fc.assert(
      fc.property(programme, programme, (a, b) => {
        expect(isUnchanged(diffProgrammes(a, reversed(a)))).toBe(true)
        const isEqual = JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))
        expect(isUnchanged(diffProgrammes(a, b))).toBe(isEqual)
      }),
    )
  })

  test('names an entry once: as added, removed or changed', () => {
    fc.assert(
      fc.property(programme, programme, (a, b) => {
        const { added, removed, changed } = diffProgrammes(a, b).sessions
        const named = [...added, ...removed, ...changed].map(({ id }) => id)
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })
})

test('a changed session names exactly the fields that differ', () => {
  const before = { ...emptyProgramme('Europe/Berlin'), sessions: [someSession({ id: 'a', title: 'Alt', links: [] })] }
  const after = { ...before, sessions: [someSession({ id: 'a', title: 'Neu', links: [] })] }
  expect(diffProgrammes(before, after).sessions).toEqual({
    added: [],
    removed: [],
    changed: [{ id: 'a', fields: { title: { from: 'Alt', to: 'Neu' } } }],
  })
})
