import { describe, expect, test } from 'vitest'
import { findColumns, headingOf, tableFields } from './table-columns.ts'

const found = (header: readonly string[], chosen = {}) => Object.fromEntries(findColumns(header, chosen))

describe('findColumns', () => {
  test.each([
    [
      'the headings that are written',
      tableFields.map(headingOf),
      Object.fromEntries(tableFields.map((field, index) => [field, index])),
    ],
    [
      'German',
      ['Nr.', 'Titel', 'Uhrzeit', 'Saal', 'Referent/-in', 'Institution'],
      { reference: 0, title: 1, start: 2, room: 3, people: 4, organisations: 5 },
    ],
    [
      'English',
      ['Title', 'Date', 'Start time', 'Speakers', 'Abstract'],
      { title: 0, day: 1, start: 2, people: 3, abstract: 4 },
    ],
    [
      'capitals, spaces and signs',
      [' TITEL: ', 'Dauer (Min.)', 'Vortrags-Reihe'],
      { title: 0, durationMinutes: 1, track: 2 },
    ],
    ['umlauts in two parts', ['La\u0308nge', 'Titel'], { durationMinutes: 0, title: 1 }],
    ['nothing', ['Spalte 1', '', 'Bemerkung'], {}],
  ])('understands %s', (_, header, columns) => expect(found(header)).toEqual(columns))

  test('gives a column to one field only, the best name first', () => {
    expect(found(['Thema', 'Titel'])).toEqual({ title: 1 })
    expect(found(['Titel', 'Titel'])).toEqual({ title: 0 })
  })

  test('follows the choice by hand, also where it takes a column away or is not there', () => {
    expect(found(['Titel', 'Name'], { title: 'name' })).toEqual({ title: 1 })
    expect(found(['Titel', 'Raum'], { room: 'Gibt es nicht' })).toEqual({ title: 0 })
  })
})
