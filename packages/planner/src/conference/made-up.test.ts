import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeUpEnrolment } from '../enrolment/made-up.ts'
import { madeUpConference } from './made-up.ts'
import { validate } from './validation.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 })

test('a made-up conference makes sense, has the size that was asked for, and is the same for the same seed', () => {
  const size = fc.record({
    sessions: fc.integer({ min: 1, max: 60 }),
    rooms: fc.integer({ min: 1, max: 8 }),
    days: fc.integer({ min: 1, max: 4 }),
    slotsPerDay: fc.integer({ min: 3, max: 9 }),
    attendees: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(size, seeds, (wanted, seed) => {
      const problem = madeUpConference(wanted, seed)
      validate(problem)
      expect([problem.sessions.length, problem.rooms.length, problem.days.length, problem.bookmarks?.length]).toEqual([
        wanted.sessions,
        wanted.rooms,
        wanted.days,
        wanted.attendees,
      ])
      expect(madeUpConference(wanted, seed)).toEqual(problem)
    }),
    { numRuns: 40 },
  )
})

test('a made-up timetable refers to what is there, in order and nothing twice, and is the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 3, max: 6 }), seeds, (events, rooms, seed) => {
      const problem = madeUpEnrolment(events, rooms, 20, seed)
      const isRising = (list: readonly number[], below: number) =>
        list.every((value, i) => value >= 0 && value < below && (i === 0 || value > list[i - 1]!))
      expect(problem.enrolments.every((own) => isRising(own, events))).toBe(true)
      expect(problem.available.every((own) => isRising(own, 45) && own.length > 0)).toBe(true)
      expect(problem.order.every(([a, b]) => a !== b && a < events && b < events)).toBe(true)
      expect([problem.available.length, problem.eventFeatures.length, problem.roomFeatures.length]).toEqual([
        events,
        events,
        rooms,
      ])
      expect(madeUpEnrolment(events, rooms, 20, seed)).toEqual(problem)
    }),
    { numRuns: 40 },
  )
})
