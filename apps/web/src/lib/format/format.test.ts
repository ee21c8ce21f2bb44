import type { EditionDate, EditionState } from '@fachtag/core/modules/editions/types'
import { describe, expect, test } from 'vitest'
import { formatDay, formatEditionDate, formatInstant, formatPrecise } from './dates.ts'
import { formatCount, formatList, formatNumber, formatRatio } from './numbers.ts'
import { formatClock, formatTimes } from './times.ts'

const today = '2026-11-21'
const on = (startsOn: string, more: Partial<EditionDate> = {}): EditionDate => ({
  startsOn,
  endsOn: null,
  precision: 'day',
  certainty: 'fixed',
  ...more,
})

describe('the date of an edition', () => {
  test.each<[EditionDate | null, EditionState, string, string]>([
    [on('2024-11-27'), 'held', 'Mittwoch, 27. November 2024', 'Wednesday, 27 November 2024'],
    [on('2016-11-21', { precision: 'end-of-month' }), 'held', 'Ende November 2016', 'late November 2016'],
    [on('2018-01-01', { precision: 'year' }), 'held', '2018', '2018'],
    [on('2018-11-01', { precision: 'month' }), 'held', 'November 2018', 'November 2018'],
    [
      on('2019-11-28'),
      'announced',
      'angekündigt für Donnerstag, 28. November 2019',
      'announced for Thursday, 28 November 2019',
    ],
    [
      on('2027-11-24', { certainty: 'probable' }),
      'planned',
      'voraussichtlich am Mittwoch, 24. November 2027',
      'probably on Wednesday, 24 November 2027',
    ],
    [
      on('2027-11-21', { certainty: 'probable', precision: 'end-of-month' }),
      'planned',
      'voraussichtlich Ende November 2027',
      'probably late November 2027',
    ],
    [
      on('2027-01-31', { endsOn: '2027-02-01' }),
      'planned',
      '31. Januar und 1. Februar 2027',
      '31 January and 1 February 2027',
    ],
    [
      on('2027-12-30', { endsOn: '2028-01-02' }),
      'planned',
      '30. Dezember 2027 bis 2. Januar 2028',
      '30 December 2027 to 2 January 2028',
    ],
    [null, 'planned', 'Datum steht noch nicht fest', 'date not yet fixed'],
    [null, 'held', 'Datum nicht überliefert', 'date not on record'],
  ])('%j %s: %s', (date, state, german, english) => {
    expect(formatEditionDate({ date, state }, today, 'de')).toBe(german)
    expect(formatEditionDate({ date, state }, today, 'en')).toBe(english)
  })
})

test('a day is the same day wherever the server stands', () => {
  expect(process.env.TZ).toBe('Asia/Kathmandu')
  expect(formatDay('2024-01-01', 'de')).toBe('Montag, 1. Januar 2024')
  expect(formatPrecise('2024-12-31', 'day', 'en')).toBe('31 December 2024')
})

test.each([
  ['2024-11-27T09:30', '2024-11-27T10:15', '9:30 bis 10:15 Uhr', '09:30 to 10:15'],
  ['2024-11-27T14:00', null, '14:00 Uhr', '14:00'],
  [null, null, 'Uhrzeit nicht überliefert', 'time not on record'],
])('times %s to %s', (from, to, german, english) => {
  expect(formatTimes(from, to, 'de')).toBe(german)
  expect(formatTimes(from, to, 'en')).toBe(english)
})

test('clock and numbers', () => {
  expect(formatClock('2024-11-27T00:05', 'de')).toBe('0:05')
  expect(formatNumber(84358845, 'de')).toBe('84.358.845')
  expect(formatCount(1300, 'about', 'de')).toBe('rund 1.300')
  expect(formatCount(1300, 'more-than', 'en')).toBe('more than 1,300')
  expect(formatCount(180, 'exact', 'de')).toBe('180')
  expect(formatList(['Sachsen', 'Thüringen', 'Berlin'], 'de')).toBe('Sachsen, Thüringen und Berlin')
})

test.each([
  [7.09, '7:1', '7:1'],
  [7.31, '7,3:1', '7.3:1'],
  [9.48, '9,4:1', '9.4:1'],
])('a contrast of %d is never rounded up', (ratio, german, english) => {
  expect([formatRatio(ratio, 'de'), formatRatio(ratio, 'en')]).toEqual([german, english])
})

test.each([
  ['2031-07-01T10:05:59Z', '1. Juli 2031, 12:05', '1 July 2031, 12:05'],
  ['2031-12-31T23:30:00Z', '1. Januar 2032, 00:30', '1 January 2032, 00:30'],
])('%s on the wall in Germany', (instant, german, english) => {
  expect([formatInstant(instant, 'de'), formatInstant(instant, 'en')]).toEqual([german, english])
})
