import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schedules } from '../../test/schedules.ts'
import { readScheduleJson } from './json-reader.ts'
import { writeScheduleJson } from './json-writer.ts'
import { readScheduleXml } from './xml-reader.ts'
import { writeScheduleXml } from './xml-writer.ts'

describe('nothing is lost', () => {
  test('in schedule.xml', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(readScheduleXml(writeScheduleXml(schedule))).toEqual({ schedule, problems: [] })
      }),
      { numRuns: 100 },
    )
  })

  test('in schedule.json', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(readScheduleJson(writeScheduleJson(schedule))).toEqual({ schedule, problems: [] })
      }),
      { numRuns: 100 },
    )
  })

  test('on the way through both', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const once = readScheduleXml(writeScheduleXml(schedule)).schedule
        expect(readScheduleJson(writeScheduleJson(once!)).schedule).toEqual(schedule)
      }),
      { numRuns: 50 },
    )
  })
})
