import { describe, expect, test } from 'vitest'
import type { Cell } from '../table/types.ts'
import { ProblemList } from './problems.ts'
import { findColumns } from './table-columns.ts'
import { readPeople } from './table-people.ts'
import { cellText, SessionRow } from './table-row.ts'
import { readTimes } from './table-times.ts'

/** A row in line 7 with the given cells under the given headings. */
function row(cells: Readonly<Record<string, Cell>>) {
  const problems = new ProblemList()
  const header = Object.keys(cells)
  const table = { columns: findColumns(header), header, problems }
  return {
    read: new SessionRow({ line: 7, cells: Object.values(cells) }, table),
    found: () => problems.result(null).problems,
  }
}

describe('SessionRow', () => {
  test('answers by field, whatever the column is called', () => {
    const { read } = row({ 'Dauer (Min.)': 45, 'Referent/-in': ' Erika\u00a0Mustermann ', Bemerkung: 'x' })
    expect([read.cell('durationMinutes'), read.text('durationMinutes'), read.line('people')]).toEqual([
      45,
      '45',
      'Erika Mustermann',
    ])
    expect([read.has('people'), read.has('room'), read.cell('room'), read.line('room')]).toEqual([
      true,
      false,
      null,
      undefined,
    ])
  })

  test('names places by the heading that stands in the file', () => {
    const { read } = row({ Uhrzeit: '9:00' })
    expect(read.place('start')).toEqual({ line: 7, field: 'Uhrzeit' })
    expect(read.place('room')).toEqual({ line: 7, field: 'room' })
  })

  test('tells a value that is missing from one that is wrong', () => {
    const number = (cell: Cell) => (typeof cell === 'number' ? cell : undefined)
    const { read, found } = row({ Raum: 5, Titel: ' ', Art: 'x\ny' })
    expect(read.value('room', number, 'a.b', 'a number')).toBe(5)
    expect(read.value('title', number, 'a.b', 'a number')).toBeUndefined()
    expect(found()).toEqual([])
    expect(read.value('type', number, 'a.b', 'a number')).toBeUndefined()
    expect(found()).toEqual([
      { severity: 'error', code: 'a.b', message: '"x y" is not a number', line: 7, field: 'Art' },
    ])
  })

  test('knows when only one field is filled in', () => {
    expect(row({ Datum: '27.11.2030', Titel: ' ', Raum: null }).read.holdsOnly('day')).toBe(true)
    expect(row({ Datum: '27.11.2030', Titel: 'A' }).read.holdsOnly('day')).toBe(false)
    expect(row({ Datum: null, Titel: null }).read.holdsOnly('day')).toBe(false)
  })

  test('shows every kind of cell as text', () => {
    const cells = ['a', 5, true, new Date('2030-11-27T00:00:00Z'), new Date('x'), null]
    expect(cells.map(cellText)).toEqual(['a', '5', 'true', '2030-11-27T00:00:00.000Z', undefined, undefined])
  })
})

describe('readTimes', () => {
  const times = (cells: Readonly<Record<string, Cell>>, lastDay?: string) => {
    const { read, found } = row(cells)
    const { day, start, durationMinutes } = readTimes(read, lastDay)
    return [day, start, durationMinutes, ...found().map(({ code }) => code)]
  }

  test.each([
    [
      'day, begin and end',
      { Datum: '27.11.2030', Beginn: '9:00', Ende: '9:45' },
      ['2030-11-27', '2030-11-27T09:00', 45],
    ],
    ['day and a span', { Datum: '27.11.2030', Uhrzeit: '9:00–9:45' }, ['2030-11-27', '2030-11-27T09:00', 45]],
    [
      'a length before an end',
      { Datum: '27.11.2030', Beginn: '9:00', Ende: '10:00', Dauer: '45 Min.' },
      ['2030-11-27', '2030-11-27T09:00', 45],
    ],
    [
      'an end on the next day',
      { Datum: '27.11.2030', Beginn: '23:30', Ende: '0:15' },
      ['2030-11-27', '2030-11-27T23:30', 45],
    ],
    ['a begin without end', { Datum: '27.11.2030', Beginn: '9 Uhr' }, ['2030-11-27', '2030-11-27T09:00', undefined]],
    ['only a day', { Datum: '27.11.2030', Beginn: null }, ['2030-11-27', undefined, undefined]],
    ['only a length', { Datum: null, Dauer: 45 }, [undefined, undefined, 45]],
    ['nothing', { Datum: null, Beginn: null }, [undefined, undefined, undefined]],
  ])('reads %s', (_, cells, expected) => expect(times(cells)).toEqual(expected))

  test('takes the day of the row above only for a session that has a time', () => {
    expect(times({ Datum: null, Beginn: '9:00' }, '2030-11-27')).toEqual(['2030-11-27', '2030-11-27T09:00', undefined])
    expect(times({ Datum: null, Beginn: null }, '2030-11-27')).toEqual([undefined, undefined, undefined])
  })

  test.each([
    [{ Beginn: '9:00' }, 'day.date_missing'],
    [{ Datum: 'bald', Beginn: '9:00' }, 'day.date_invalid'],
    [{ Datum: '27.11.2030', Beginn: 'früh' }, 'session.start_invalid'],
    [{ Datum: '27.11.2030', Beginn: '9:00', Ende: 'spät' }, 'session.end_invalid'],
    [{ Dauer: 'lang' }, 'session.duration_invalid'],
  ])('says what is wrong with %j', (cells, code) => expect(times(cells)).toContain(code))
})

describe('readPeople', () => {
  const people = (cells: Readonly<Record<string, Cell>>) => readPeople(row(cells).read)

  test('reads one person in each line, with what stands in the same line beside', () => {
    const cells = {
      Mitwirkende: 'Erika\nMax\n\nIna',
      Rollen: 'Referent/-in\nModeration\n\nPodium',
      Teilnahme: '\nzugeschaltet\n\nvor Ort',
      Funktionen: 'Leiterin',
      Organisationen: 'Stadt Musterbach\r\nMuster-IT',
    }
    expect(people(cells)).toEqual([
      { name: 'Erika', role: 'speaker', function: 'Leiterin', organisation: 'Stadt Musterbach' },
      { name: 'Max', role: 'moderator', mode: 'remote', organisation: 'Muster-IT' },
      { name: 'Ina', role: 'panelist', mode: 'on-site' },
    ])
  })

  test('reads several in one line, and who moderates from a column of its own', () => {
    expect(people({ Speakers: 'Erika; Max ;', Moderation: 'Ina\nJo' })).toEqual([
      { name: 'Erika' },
      { name: 'Max' },
      { name: 'Ina', role: 'moderator' },
      { name: 'Jo', role: 'moderator' },
    ])
  })

  test('does not guess what a word means', () => {
    expect(people({ Personen: 'Erika', Rolle: 'Orga', Teilnahme: 'vielleicht' })).toEqual([{ name: 'Erika' }])
    expect(people({ Personen: null, Organisation: 'Stadt Musterbach' })).toEqual([])
  })

  test.each([
    ['Gastgeberin', 'host'],
    ['Leitung', 'host'],
    ['Podiumsgast', 'panelist'],
    ['Panelist', 'panelist'],
    ['Chair', 'moderator'],
    ['Vortragende', 'speaker'],
    ['Speaker', 'speaker'],
  ])('knows %s as %s', (word, role) => expect(people({ Personen: 'Erika', Rolle: word })).toMatchObject([{ role }]))
})
