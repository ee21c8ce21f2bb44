import { describe, expect, test } from 'vitest'
import {
  dateAndTimeInWords,
  dateInWords,
  languageInWords,
  minutesInWords,
  timesInWords,
  yesOrNo,
} from './table-values.ts'

describe('dateInWords', () => {
  test.each([
    '27.11.2024',
    '27. 11. 2024',
    '27.11.24',
    'Mi, 27.11.2024',
    'Mittwoch, 27. November 2024',
    '27. Nov. 2024',
    '27 November 2024',
    '2024-11-27',
    '2024-11-27T09:00:00',
    new Date('2024-11-27T00:00:00Z'),
  ])('reads %s', (cell) => expect(dateInWords(cell)).toBe('2024-11-27'))

  test.each(['31.02.2024', '27.13.2024', '27.11.', 'Mittwoch', 'heute', '', 45_000, null, true])(
    'does not guess %s',
    (cell) => {
      expect(dateInWords(cell)).toBeUndefined()
    },
  )

  test('knows the months in German and English', () => {
    const names = [
      'Januar',
      'Jänner',
      'Februar',
      'März',
      'Mrz',
      'April',
      'Mai',
      'May',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'October',
      'November',
      'Dezember',
      'December',
    ]
    const found = names.map((name) => Number(dateInWords(`1. ${name} 2030`)?.slice(5, 7)))
    expect(found).toEqual([1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12, 12])
  })
})

describe('timesInWords', () => {
  test.each([
    ['9:00', '09:00', undefined],
    ['09.30 Uhr', '09:30', undefined],
    ['9 Uhr', '09:00', undefined],
    ['9:30-10:15', '09:30', '10:15'],
    ['9.30 – 10.15 Uhr', '09:30', '10:15'],
    ['9 bis 10 Uhr', '09:00', '10:00'],
    [new Date('1899-12-30T14:45:00Z'), '14:45', undefined],
    [0.5, '12:00', undefined],
  ])('reads %s', (cell, start, end) => expect(timesInWords(cell)).toEqual({ start, end }))

  test.each(['25:00', '9:60', 'vormittags', '9-', '9-10-11', '', 1.5, null])('does not guess %s', (cell) => {
    expect(timesInWords(cell)).toBeUndefined()
  })
})

describe('minutesInWords', () => {
  test.each([
    ['45', 45],
    ['45 Min.', 45],
    ['90 Minuten', 90],
    ['0:45', 45],
    ['1:30 Std.', 90],
    ['1 h', 60],
    ['1,5 Stunden', 90],
    ['1 Std. 30 Min.', 90],
    [20, 20],
    [0, 0],
    [0.03125, 45],
    [new Date('1899-12-30T00:45:00Z'), 45],
  ])('reads %s', (cell, minutes) => expect(minutesInWords(cell)).toBe(minutes))

  test.each(['lang', '', '-5', '1:75', '5 Tage', 20.5, -1, null])('does not guess %s', (cell) => {
    expect(minutesInWords(cell)).toBeUndefined()
  })
})

test('yes and no have many words', () => {
  expect(['ja', 'X', '1', true, 'wahr'].map(yesOrNo)).toEqual([true, true, true, true, true])
  expect(['nein', 'n', '0', false].map(yesOrNo)).toEqual([false, false, false, false])
  expect(yesOrNo('vielleicht')).toBeUndefined()
})

test('languages may be named in words', () => {
  expect(['Deutsch', 'englisch', 'de-AT', 'constructor'].map(languageInWords)).toEqual([
    'de',
    'en',
    'de-AT',
    'constructor',
  ])
})

describe('dateAndTimeInWords', () => {
  test.each([
    ['27.11.2030 9:00', '09:00', undefined],
    ['27.11.2030, 9.30 Uhr', '09:30', undefined],
    ['Mi, 27. November 2030 um 9 Uhr', '09:00', undefined],
    ['27.11.2030 09:00-09:45', '09:00', '09:45'],
    ['2030-11-27T09:00', '09:00', undefined],
    ['2030-11-27 09:00:00', '09:00', undefined],
    [new Date('2030-11-27T09:00:00Z'), '09:00', undefined],
  ])('reads %s', (cell, start, end) =>
    expect(dateAndTimeInWords(cell)).toMatchObject({ day: '2030-11-27', start, ...(end && { end }) }),
  )

  test.each([
    '27.11.2030',
    '9:00',
    '31.11.2030 9:00',
    '27.11.2030 25:00',
    '',
    null,
    0.5,
    new Date('1899-12-30T09:00:00Z'),
  ])('does not guess %s', (cell) => expect(dateAndTimeInWords(cell)).toBeUndefined())
})
