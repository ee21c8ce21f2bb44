import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyCircumstances,
  anyProgramme,
  anySessionOf,
  sessionIdsOfAnyProgramme,
} from '../../../../test/any-programme.ts'
import { obviousWarnings, type Told } from '../../../../test/obvious-warnings.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { findWarnings } from './rules.ts'
import { trackWarnings } from './tracking/rules.ts'
import type { Warning } from './types.ts'

const pair = (ids: readonly string[]) => [...ids].sort().join('+')

/** A warning in the words of the slow reference. */
function tell(warning: Warning): Told {
  const { kind, sessionIds } = warning
  const [first = ''] = sessionIds
  switch (kind) {
    case 'person-in-two-places':
      return [kind, `${warning.facts.personId}+${pair(sessionIds)}`, [warning.facts.overlapMinutes]]
    case 'room-taken-twice':
      return [kind, pair(sessionIds), [warning.facts.roomId, warning.facts.overlapMinutes]]
    case 'room-too-small':
      return [kind, first, [warning.facts.capacity, warning.facts.expectedCount]]
    case 'room-lacks-equipment':
      return [kind, first, warning.facts.missing]
    case 'remote-without-equipment':
      return [kind, first, [warning.facts.appearanceIds.length]]
    case 'remote-not-ready':
      return [kind, `${warning.facts.personId}+${first}`, warning.facts.lacks]
    case 'outside-availability':
      return [kind, `${warning.facts.personId}+${first}`, [warning.facts.minutesOutside]]
    case 'no-time-to-change-rooms':
      return [kind, `${warning.facts.personId}+${sessionIds.join('>')}`, [warning.facts.gapMinutes]]
    case 'track-changes-rooms':
      return [kind, `${warning.facts.trackId}+${warning.facts.day}`, warning.facts.roomIds]
    case 'similar-topics-in-parallel':
      return [kind, pair(sessionIds), warning.facts.topicIds]
    case 'moderator-missing':
      return [kind, first, [warning.facts.type]]
    case 'person-without-break':
      return [kind, warning.facts.personId, [warning.facts.from, warning.facts.until]]
    case 'track-without-break':
      return [kind, warning.facts.trackId, [warning.facts.from, warning.facts.until]]
    case 'order-violated':
      return [kind, warning.facts.wishId, [warning.facts.minutesTooEarly]]
    case 'outside-day':
      return [kind, first, [warning.facts.minutesEarly, warning.facts.minutesLate]]
    case 'longer-than-slot':
      return [kind, `${first}+${warning.facts.slotId}`, [warning.facts.minutesOver]]
    case 'plenary-overlapped':
      return [kind, pair(sessionIds), [warning.facts.overlapMinutes]]
  }
}

const sorted = (told: readonly Told[]) => told.map((one) => JSON.stringify(one)).sort()

/** Sessions put in the place of others, added, or taken away. */
const anySteps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...sessionIdsOfAnyProgramme).chain(anySessionOf) },
    { weight: 1, arbitrary: fc.constantFrom(...sessionIdsOfAnyProgramme) },
  ),
  { maxLength: 8 },
)

function step(programme: Programme, change: ProgrammeSession | string): Programme {
  const id = typeof change === 'string' ? change : change.id
  const others = programme.sessions.filter((session) => session.id !== id)
  return { ...programme, sessions: typeof change === 'string' ? others : [...others, change] }
}

test('finds exactly what asking everything about everything finds', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyProgramme, anyCircumstances, (programme, circumstances) => {
      const found = findWarnings(programme, circumstances)
      for (const { kind } of found) seen.add(kind)
      expect(sorted(found.map(tell))).toEqual(sorted(obviousWarnings(programme, circumstances)))
    }),
    { numRuns: 800 },
  )
  expect(seen.size).toBe(17)
})

test('no two warnings have the same key', () => {
  fc.assert(
    fc.property(anyProgramme, anyCircumstances, (programme, circumstances) => {
      const keys = findWarnings(programme, circumstances).map((warning) => warning.key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('after any changes, told one by one, the warnings are those of the whole', () => {
  fc.assert(
    fc.property(anyProgramme, anyCircumstances, anySteps, (start, circumstances, changes) => {
      const tracker = trackWarnings(start, circumstances)
      let programme = start
      for (const change of changes) {
        programme = step(programme, change)
        if (typeof change === 'string') tracker.update([], [change])
        else tracker.update([change])
        expect(tracker.all()).toEqual(findWarnings(programme, circumstances))
        expect(sorted(tracker.all().map(tell))).toEqual(sorted(obviousWarnings(programme, circumstances)))
      }
    }),
    { numRuns: 150 },
  )
})

test('what a change says has appeared and gone leads from the warnings before to those after it', () => {
  fc.assert(
    fc.property(anyProgramme, anyCircumstances, anySteps, (start, circumstances, changes) => {
      const tracker = trackWarnings(start, circumstances)
      for (const change of changes) {
        const before = tracker.all()
        const { appeared, gone } = typeof change === 'string' ? tracker.update([], [change]) : tracker.update([change])
        const left = before.map((one) => JSON.stringify(one))
        for (const one of gone) left.splice(left.indexOf(JSON.stringify(one)), 1)
        const now = [...left, ...appeared.map((one) => JSON.stringify(one))]
        expect(now.sort()).toEqual(
          tracker
            .all()
            .map((one) => JSON.stringify(one))
            .sort(),
        )
      }
    }),
  )
})
