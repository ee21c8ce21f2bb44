import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProgramme } from '../../../../../test/any-programme.ts'
import { someAppearance, someSession } from '../../../../../test/programme.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { findDifference } from './rules.ts'

const programme = (...sessions: ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: [],
  sessions,
})
const day = '2031-11-05'
const at = (given: Partial<ProgrammeSession> = {}) =>
  someSession({ id: 's', day, startsAt: `${day}T09:00`, appearances: [someAppearance({ id: 'ida' })], ...given })

test('says what changes, how much, and for whom', () => {
  const { report, counts, impact, isUnchanged } = findDifference(programme(at()), programme(at({ title: 'neu' })))
  expect(isUnchanged).toBe(false)
  expect(report.changed).toMatchObject([{ title: 'neu' }])
  expect(counts).toMatchObject({ changed: 1, moved: 0 })
  expect(impact.people).toMatchObject([{ name: 'ida', changes: [{ isListed: true, at: { day } }] }])
})

test.each<readonly [string, ProgrammeSession]>([
  ['another time', at({ startsAt: `${day}T10:00` })],
  ['another title', at({ title: 'anders' })],
  ['other people', at({ appearances: [someAppearance({ id: 'bo' })] })],
  ['a cancellation', at({ state: 'cancelled' })],
])('the stamp is another one for %s', (_, other) => {
  const seen = findDifference(programme(at()), programme(at({ abstract: 'neu' })))
  expect(findDifference(programme(at()), programme(other)).stamp).not.toBe(seen.stamp)
})

test('the same difference has the same stamp', () => {
  fc.assert(
    fc.property(anyProgramme, anyProgramme, (before, after) => {
      const [one, two] = [
        findDifference(before, after),
        findDifference(structuredClone(before), structuredClone(after)),
      ]
      expect(one.stamp).toBe(two.stamp)
      expect(findDifference(after, after)).toMatchObject({ isUnchanged: true, impact: { people: [], sessionIds: [] } })
    }),
  )
})
