import { describe, expect, test } from 'vitest'
import { basicDateTime, timeZoneLines } from './time-zone.ts'

describe('timeZoneLines', () => {
  test('writes the yearly rules of a zone that keeps to them', () => {
    expect(timeZoneLines('Europe/Berlin', 2024, 2024)).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:DAYLIGHT',
      'DTSTART:20230326T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20231029T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ])
  })

  test.each([
    ['America/New_York', ['FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU']],
    ['Australia/Sydney', ['FREQ=YEARLY;BYMONTH=10;BYDAY=1SU', 'FREQ=YEARLY;BYMONTH=4;BYDAY=1SU']],
  ])('counts weeks from the start of the month in %s', (zone, rules) => {
    const lines = timeZoneLines(zone, 2024, 2025)
    expect(lines.filter((line) => line.startsWith('RRULE:')).map((line) => line.slice(6))).toEqual(rules)
  })

  test('writes one fixed offset where the clocks never change', () => {
    expect(timeZoneLines('Asia/Kathmandu', 2024, 2024)).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Kathmandu',
      'BEGIN:STANDARD',
      'DTSTART:20230101T000000',
      'TZOFFSETFROM:+0545',
      'TZOFFSETTO:+0545',
      'END:STANDARD',
      'END:VTIMEZONE',
    ])
  })

  test('writes every change by itself where no rule holds', () => {
    const lines = timeZoneLines('Africa/Casablanca', 2024, 2024)
    expect(lines.some((line) => line.startsWith('RRULE'))).toBe(false)
    const changes = lines.filter((line) => line.startsWith('DTSTART:')).length
    expect(changes).toBeGreaterThan(4)
    expect(lines.every((line) => !/^DTSTART:202[67]/.test(line))).toBe(true)
  })
})

test('times are written without signs between', () => {
  expect(basicDateTime(Temporal.PlainDateTime.from('2030-01-02T03:04:05.678'))).toBe('20300102T030405')
})
