import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Calendar, type CalendarEvent, writeCalendar } from './calendar.ts'

const event: CalendarEvent = {
  uid: 'ses_1@fachtag.example',
  sequence: 3,
  stamp: '2024-11-01T08:00:00Z',
  start: '2024-11-27T09:00',
  durationMinutes: 45,
  summary: 'Begrüßung, Eröffnung; Ausblick',
}

const calendar = (events: readonly CalendarEvent[], rest: Partial<Calendar> = {}): string =>
  writeCalendar({ name: 'Mustertag 2024', timeZone: 'Europe/Berlin', events, ...rest })

/** The events as an independent reader understands them, times through the file's own VTIMEZONE. */
function readBack(text: string) {
  const root = new ICAL.Component(ICAL.parse(text))
  return root.getAllSubcomponents('vevent').map((component) => {
    const read = new ICAL.Event(component)
    return { component, read, start: read.startDate.toUnixTime(), end: read.endDate.toUnixTime() }
  })
}

const seconds = (wallTime: string, timeZone: string) =>
  Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone).epochMilliseconds / 1000

describe('writeCalendar', () => {
  test('gives an event its lasting name, version, place, address, topics and state', () => {
    const full = {
      location: 'Saal 1, Erdgeschoss',
      url: 'https://fachtag.example/a?b=1,2;3',
      categories: ['E-Akte', 'Recht, Ethik'],
    }
    const [found] = readBack(calendar([{ ...event, ...full, description: 'Zeile 1\nZeile 2 \\ Ende' }]))
    const property = (name: string) => found?.component.getFirstProperty(name)?.getValues()
    expect(found?.read.uid).toBe(event.uid)
    expect(found?.read.sequence).toBe(3)
    expect(found?.read.summary).toBe(event.summary)
    expect(found?.read.description).toBe('Zeile 1\nZeile 2 \\ Ende')
    expect(found?.read.location).toBe(full.location)
    expect(property('url')).toEqual([full.url])
    expect(property('categories')).toEqual(full.categories)
    expect(property('status')).toEqual(['CONFIRMED'])
    expect(String(property('dtstamp')?.[0])).toBe('2024-11-01T08:00:00Z')
  })

  test('says of a cancelled event that it is cancelled', () => {
    expect(calendar([{ ...event, isCancelled: true }])).toContain('\r\nSTATUS:CANCELLED\r\n')
  })

  test('names the calendar and how often to look again', () => {
    const text = calendar([event], { refreshMinutes: 15, url: 'https://fachtag.example/programm.ics' })
    expect(text).toContain('\r\nX-WR-CALNAME:Mustertag 2024\r\n')
    expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n')
    expect(text).toContain('\r\nSOURCE;VALUE=URI:https://fachtag.example/programm.ics\r\n')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('writes days without times as whole days, the last one included', () => {
    const [found] = readBack(
      calendar([{ ...event, start: '2024-11-27', lastDay: '2024-11-28', durationMinutes: undefined }]),
    )
    expect(found?.read.startDate.isDate).toBe(true)
    expect(found?.read.startDate.toString()).toBe('2024-11-27')
    expect(found?.read.endDate.toString()).toBe('2024-11-29')
  })

  test('leaves out an address that is none', () => {
    expect(calendar([{ ...event, url: 'kein Verweis' }])).not.toContain('URL:')
  })

  test('is a valid calendar also without events', () => {
    expect(new ICAL.Component(ICAL.parse(calendar([]))).getAllSubcomponents('vtimezone')).toHaveLength(1)
  })

  test('refuses a time zone that does not exist', () => {
    expect(() => calendar([event], { timeZone: 'Europe/Musterstadt' })).toThrow(RangeError)
  })
})

describe('times', () => {
  test.each([
    ['before summer time', 'Europe/Berlin', '2025-03-30T01:30', 45, '2025-03-30T00:30:00Z', '2025-03-30T01:15:00Z'],
    [
      'over the start of summer time',
      'Europe/Berlin',
      '2025-03-30T01:30',
      90,
      '2025-03-30T00:30:00Z',
      '2025-03-30T02:00:00Z',
    ],
    [
      'over the end of summer time',
      'Europe/Berlin',
      '2025-10-26T01:30',
      180,
      '2025-10-25T23:30:00Z',
      '2025-10-26T02:30:00Z',
    ],
    [
      'ending in the hour that comes twice',
      'Europe/Berlin',
      '2025-10-26T01:30',
      120,
      '2025-10-25T23:30:00Z',
      '2025-10-26T01:30:00Z',
    ],
    [
      'on the American rule',
      'America/New_York',
      '2025-11-02T00:30',
      150,
      '2025-11-02T04:30:00Z',
      '2025-11-02T07:00:00Z',
    ],
    [
      'where no clock ever changes',
      'Asia/Kathmandu',
      '2025-07-01T10:00',
      60,
      '2025-07-01T04:15:00Z',
      '2025-07-01T05:15:00Z',
    ],
    [
      'in summer where winter is',
      'Australia/Sydney',
      '2025-01-15T10:00',
      60,
      '2025-01-14T23:00:00Z',
      '2025-01-15T00:00:00Z',
    ],
  ])('an independent reader finds the right instants %s', (_, timeZone, start, durationMinutes, first, last) => {
    const [found] = readBack(calendar([{ ...event, start, durationMinutes }], { timeZone }))
    expect(new Date(found!.start * 1000).toISOString()).toBe(first.replace('Z', '.000Z'))
    expect(new Date(found!.end * 1000).toISOString()).toBe(last.replace('Z', '.000Z'))
  })

  test('hold for any zone, day and year', () => {
    const zones = [
      'Europe/Berlin',
      'Europe/London',
      'Africa/Casablanca',
      'America/Sao_Paulo',
      'Asia/Tehran',
      'Pacific/Chatham',
      'UTC',
      'Europe/Dublin',
    ]
    const hour = fc.tuple(fc.integer({ min: 5, max: 22 }), fc.constantFrom('00', '15', '45'))
    const day = fc
      .integer({ min: 0, max: 20 * 365 })
      .map((days) => Temporal.PlainDate.from('2012-01-01').add({ days }).toString())
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.array(fc.tuple(day, hour), { minLength: 1, maxLength: 4 }),
        (timeZone, times) => {
          const starts = times.map(([date, [h, m]]) => `${date}T${String(h).padStart(2, '0')}:${m}`)
          const found = readBack(
            calendar(
              starts.map((start) => ({ ...event, start })),
              { timeZone },
            ),
          )
          expect(found.map(({ start }) => start)).toEqual(starts.map((start) => seconds(start, timeZone)))
          expect(found.map(({ end }) => end)).toEqual(starts.map((start) => seconds(start, timeZone) + 45 * 60))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('write the rule of Europe/Berlin as its law says it', () => {
    const text = calendar([event])
    expect(text).toContain(
      'DTSTART:20230326T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200',
    )
    expect(text).toContain(
      'DTSTART:20231029T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100',
    )
  })
})

describe('any text', () => {
  test('comes back as it was, in lines of at most 75 octets', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const written = calendar([{ ...event, summary: `a${summary}`, description: `b${description}` }])
        for (const line of written.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        const [found] = readBack(written)
        const clean = (value: string) =>
          value
            .toWellFormed()
            .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
            .replaceAll(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu, '')
            .trim()
        expect(found?.read.summary).toBe(clean(`a${summary}`))
        expect(found?.read.description).toBe(clean(`b${description}`))
      }),
    )
  })
})
