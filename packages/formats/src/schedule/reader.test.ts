import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectFormat } from './format.ts'
import { writeScheduleJson } from './json-writer.ts'
import { readSchedule } from './reader.ts'
import { writeScheduleCsv, writeScheduleXlsx } from './table-writer.ts'
import type { Schedule } from './types.ts'
import { writeScheduleXml } from './xml-writer.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const schedule: Schedule = {
  title: 'Mustertag',
  timeZone: 'Europe/Berlin',
  rooms: [],
  tracks: [],
  sessions: [
    {
      reference: '1',
      title: 'Begrüßung',
      day: '2030-11-27',
      start: '2030-11-27T10:00',
      people: [],
      links: [],
      attachments: [],
    },
  ],
}

describe('detectFormat', () => {
  test.each([
    ['schedule-xml', ' \n<?xml version="1.0"?><schedule/>'],
    ['schedule-json', '{"schedule":{"conference":{}}}'],
    ['schedule-json', '{ kaputt'],
    ['pretalx', '{"results":[]}'],
    ['pretalx', '[{"code":"A","title":"B"}]'],
    ['pretalx', '{"schedule":{"2030-11-27":{}},"sprints":{}}'],
    ['sessionize', '{"sessions":[]}'],
    ['sessionize', '[{"groupId":1,"sessions":[]}]'],
    ['csv', 'Titel;Raum\r\nA;1\r\n'],
    [undefined, 'Nur ein Satz.'],
  ])('finds %s in %s', (format, text) => expect(detectFormat(encode(text))).toBe(format))

  test('looks into UTF-16 as well', () => {
    expect(detectFormat(Buffer.from('\ufeff<schedule/>', 'utf16le'))).toBe('schedule-xml')
    expect(detectFormat(Buffer.from('\ufeffTitel\tRaum\nA\t1\n', 'utf16le'))).toBe('csv')
  })

  test('believes the name only where the content does not tell', () => {
    expect(detectFormat(encode('Titel\nA\n'), 'programm.csv')).toBe('csv')
    expect(detectFormat(encode('<schedule/>'), 'programm.csv')).toBe('schedule-xml')
  })
})

describe('readSchedule', () => {
  test('reads back whatever this package writes', async () => {
    const options = { title: 'Mustertag', timeZone: 'Europe/Berlin' }
    const files = [writeScheduleXml(schedule), writeScheduleJson(schedule), writeScheduleCsv(schedule)].map(encode)
    for (const bytes of [...files, await writeScheduleXlsx(schedule)]) {
      expect(await readSchedule(bytes, options)).toEqual({ schedule, problems: [] })
    }
  })

  test('reads the encodings that Excel uses', async () => {
    const windows = Uint8Array.from([...encode('Titel;Raum\nBegr'), 0xfc, 0xdf, ...encode('ung;1\n')])
    expect((await readSchedule(windows)).schedule?.sessions[0]?.title).toBe('Begrüßung')
    const utf16 = Buffer.from('\ufeffTitel\tRaum\nBegrüßung\t1\n', 'utf16le')
    expect((await readSchedule(utf16, { name: 'x.csv' })).schedule?.sessions[0]?.title).toBe('Begrüßung')
  })

  test.each([
    ['another encoding', Uint8Array.from([...encode('<schedule>\n'), 0xff, 0xfe]), 'file.not_utf8', 2],
    ['NUL characters', encode('<schedule>\n\n\0</schedule>'), 'file.nul_byte', 3],
    ['no format at all', encode('Hallo'), 'file.format_unknown', undefined],
    ['nothing', new Uint8Array(), 'file.format_unknown', undefined],
    ['a workbook that is none', encode('PK\u0003\u0004'), 'xlsx.malformed', undefined],
  ])('refuses %s', async (_, bytes, code, line) => {
    expect(await readSchedule(bytes)).toMatchObject({
      schedule: null,
      problems: [{ severity: 'error', code, ...(line && { line }) }],
    })
  })

  test('never throws, whatever a damaged file holds', async () => {
    const files = [writeScheduleXml(schedule), writeScheduleJson(schedule), writeScheduleCsv(schedule)].map(encode)
    const samples = [...files, await writeScheduleXlsx(schedule)]
    const damage = fc.tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      fc.nat(),
    )
    await fc.assert(
      fc.asyncProperty(damage, async ([sample, changes, cut]) => {
        const bytes = sample.slice(0, sample.length - (cut % 3 === 0 ? cut % sample.length : 0))
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
        const result = await readSchedule(bytes)
        const hasError = result.problems.some(({ severity }) => severity === 'error')
        expect(result.schedule === null).toBe(hasError)
      }),
      { numRuns: 300 },
    )
  })
})
