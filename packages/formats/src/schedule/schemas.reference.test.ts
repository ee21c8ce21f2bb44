import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { schemaErrors } from '../../test/json-schema.ts'
import { schedules } from '../../test/schedules.ts'
import { writeScheduleJson } from './json-writer.ts'
import type { Schedule } from './types.ts'
import { writeScheduleXml } from './xml-writer.ts'

const shared = process.env.FACHTAG_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared')
const c3voc = (name: string) => readFileSync(path.join(shared, 'data/schedules/c3voc', name), 'utf8')
const hasDay = (schedule: Schedule) => Boolean(schedule.firstDay) || schedule.sessions.some(({ start }) => start)

describe("the c3voc project's own schemas", () => {
  test('accept every schedule.xml with a day', () => {
    using schema = XmlDocument.fromString(c3voc('schedule.xml.xsd'))
    using validator = XsdValidator.fromDoc(schema)
    fc.assert(
      fc.property(schedules.filter(hasDay), (schedule) => {
        using document = XmlDocument.fromString(writeScheduleXml(schedule))
        expect(() => validator.validate(document)).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })

  test('accept every schedule.json', () => {
    const schema = JSON.parse(c3voc('schema.json'))
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(schemaErrors(JSON.parse(writeScheduleJson(schedule)), schema)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('are really asked: a broken file is refused', () => {
    using schema = XmlDocument.fromString(c3voc('schedule.xml.xsd'))
    using validator = XsdValidator.fromDoc(schema)
    using document = XmlDocument.fromString('<schedule><version/><conference/><day index="0"/></schedule>')
    expect(() => validator.validate(document)).toThrow()
    const broken = { schedule: { version: 1, conference: { title: 'x', surprise: true } } }
    const errors = schemaErrors(broken, JSON.parse(c3voc('schema.json')))
    expect(errors).toContain('/schedule/version: not of type string')
    expect(errors).toContain('/schedule/conference/surprise: not allowed')
    expect(errors).toContain('/schedule/conference: acronym is missing')
  })
})
