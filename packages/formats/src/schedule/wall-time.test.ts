import { describe, expect, test } from 'vitest'
import {
  dateOf,
  inZone,
  isoDateTime,
  minutesBetween,
  minutesOf,
  plusDays,
  plusMinutes,
  timeOfDay,
  timeZoneOf,
  withOffset,
} from './wall-time.ts'

describe('words of a file', () => {
  test.each([
    ['2030-11-27', '2030-11-27'],
    [' 2030-11-27 ', '2030-11-27'],
    ['2030-11-27T23:30:00Z', '2030-11-27'],
    ['2028-02-29', '2028-02-29'],
    ['2030-02-29', undefined],
    ['2030-13-01', undefined],
    ['27.11.2030', undefined],
    ['20301127', undefined],
    ['2030-11-27x', undefined],
  ])('%s is the date %s', (text, date) => expect(dateOf(text)).toBe(date))

  test.each([
    ['9:05', '09:05'],
    ['09:05:59', '09:05'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['9:60', undefined],
    ['9', undefined],
    ['09:05:00.5', '09:05'],
  ])('%s is the time of day %s', (text, time) => expect(timeOfDay(text)).toBe(time))

  test.each([
    ['00:45', 45],
    ['1:30', 90],
    ['26:00', 1560],
    ['00:20:00', 20],
    ['00:20:01', 21],
    ['1:02:30:00', 1590],
    ['45', 45],
    ['0:75', undefined],
    ['-1:00', undefined],
    ['1:2:3:4:5', undefined],
    ['', undefined],
  ])('%s is a length of %s minutes', (text, minutes) => expect(minutesOf(text)).toBe(minutes))

  test.each([
    ['2030-11-27T09:00:00+01:00', { local: '2030-11-27T09:00', offset: '+01:00' }],
    ['2030-11-27T09:00:00.000+0100', { local: '2030-11-27T09:00', offset: '+01:00' }],
    ['2030-11-27 09:00 z', { local: '2030-11-27T09:00', offset: 'Z' }],
    ['2030-11-27T09:00', { local: '2030-11-27T09:00', offset: undefined }],
    ['2030-11-27', undefined],
    ['2030-11-31T09:00', undefined],
    ['2030-11-27T25:00', undefined],
    [`2030-11-27T09:00${' '.repeat(100_000)}x`, undefined],
  ])('%.40s is a moment', (text, moment) => expect(isoDateTime(text)).toEqual(moment))

  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['+01:00', undefined],
    ['Europe/Musterstadt', undefined],
    ['', undefined],
  ])('%s is the zone %s', (name, zone) => expect(timeZoneOf(name)).toBe(zone))
})

describe('reckoning', () => {
  test('an instant has a wall time in a zone', () => {
    expect(inZone('2030-11-27T23:30', 'Z', 'Europe/Berlin')).toBe('2030-11-28T00:30')
    expect(inZone('2030-07-01T12:00', '-05:00', 'Asia/Kathmandu')).toBe('2030-07-01T22:45')
  })

  test.each([
    ['2030-11-27T09:00', 'Europe/Berlin', '2030-11-27T09:00:00+01:00'],
    ['2030-07-01T09:00', 'Europe/Berlin', '2030-07-01T09:00:00+02:00'],
    ['2030-03-31T02:30', 'Europe/Berlin', '2030-03-31T03:30:00+02:00'],
    ['2030-10-27T02:30', 'Europe/Berlin', '2030-10-27T02:30:00+02:00'],
    ['2030-07-01T09:00', 'UTC', '2030-07-01T09:00:00+00:00'],
  ])('%s in %s is %s', (wallTime, zone, text) => expect(withOffset(wallTime, zone)).toBe(text))

  test('minutes and days pass over the ends of months', () => {
    expect(plusMinutes('2030-12-31T23:45', 30)).toBe('2031-01-01T00:15')
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(minutesBetween('2030-12-31T23:45', '2031-01-01T00:15')).toBe(30)
    expect(minutesBetween('2030-12-31T10:00', '2030-12-31T09:00')).toBe(-60)
  })
})
