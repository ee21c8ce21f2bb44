import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { schedules } from '../../test/schedules.ts'
import { readScheduleCsv, readScheduleXlsx } from './table-reader.ts'
import { writeScheduleCsv, writeScheduleXlsx } from './table-writer.ts'
import type { Schedule, ScheduleSession } from './types.ts'

const csv = (...lines: readonly string[]) => readScheduleCsv(lines.join('\r\n'))

describe('readScheduleCsv', () => {
  test('reads a programme as an office writes it', () => {
    const { schedule, problems } = csv(
      'Programm Mustertag;;;;;;',
      'Datum;Uhrzeit;Raum;Titel;Referent/-in;Organisation;Moderation',
      'Mittwoch, 27. November 2030;9.00 – 9.45 Uhr;Saal 1;Begrüßung;Dr. Erika Mustermann; Stadt Musterbach ;Jo Muster',
      ';10 Uhr;Saal 2;"E-Akte; ganz einfach";"Max Muster; Ina Beispiel";;',
      '28.11.2030;;;Noch offen;;;',
    )
    expect(problems).toEqual([])
    expect(schedule?.sessions).toMatchObject([
      {
        title: 'Begrüßung',
        day: '2030-11-27',
        start: '2030-11-27T09:00',
        durationMinutes: 45,
        room: 'Saal 1',
        people: [
          { name: 'Dr. Erika Mustermann', organisation: 'Stadt Musterbach' },
          { name: 'Jo Muster', role: 'moderator' },
        ],
      },
      {
        title: 'E-Akte; ganz einfach',
        start: '2030-11-27T10:00',
        durationMinutes: undefined,
        people: [{ name: 'Max Muster' }, { name: 'Ina Beispiel' }],
      },
      { title: 'Noch offen', day: '2030-11-28', start: undefined },
    ])
    expect(schedule?.rooms).toMatchObject([{ name: 'Saal 1' }, { name: 'Saal 2' }])
  })

  test('reads English headings, other delimiters and an end before midnight', () => {
    const { schedule } = csv('Title,Date,Start time,End time,Language', 'Party,2030-11-27,22:00,01:00,English')
    expect(schedule?.sessions).toMatchObject([
      { title: 'Party', start: '2030-11-27T22:00', durationMinutes: 180, language: 'en' },
    ])
  })

  test('takes a row with nothing but a date as the heading of a day', () => {
    const { schedule, problems } = csv(
      'Datum;Beginn;Titel',
      '27.11.2030;;',
      ';9:00;A',
      ';10:00;B',
      'Donnerstag, 28.11.2030;;',
      ';9:00;C',
    )
    expect(problems).toEqual([])
    expect(schedule?.sessions.map(({ title, start }) => [title, start])).toEqual([
      ['A', '2030-11-27T09:00'],
      ['B', '2030-11-27T10:00'],
      ['C', '2030-11-28T09:00'],
    ])
  })

  test('reads day and time from one column, too', () => {
    const { schedule } = csv(
      'Titel;Beginn;Ende',
      'A;27.11.2030 22:30;28.11.2030 00:15',
      'B;2030-11-28T09:00;2030-11-28T09:45',
    )
    expect(schedule?.sessions).toMatchObject([
      { day: '2030-11-27', start: '2030-11-27T22:30', durationMinutes: 105 },
      { day: '2030-11-28', start: '2030-11-28T09:00', durationMinutes: 45 },
    ])
  })

  test('takes columns that are chosen by hand before those it knows', () => {
    const text = 'Titel;Thema der Sitzung\nintern;Öffentlich\n'
    const { schedule } = readScheduleCsv(text, { columns: { title: 'thema der sitzung' } })
    expect(schedule?.sessions.map(({ title }) => title)).toEqual(['Öffentlich'])
  })

  test('knows a session by its title where no column says more', () => {
    expect(csv('Titel', 'Begrüßung').schedule?.sessions[0]?.reference).toBe('Begrüßung')
    expect(csv('Nr.;Titel', '17;Begrüßung').schedule?.sessions[0]?.reference).toBe('17')
  })

  test.each([
    ['no column for titles', ['Datum;Raum', '27.11.2030;1'], 'table.title_column_missing', 1, undefined],
    ['an empty file', [''], 'table.title_column_missing', 1, undefined],
    ['a row without title', ['Titel;Raum', ';Saal 1'], 'session.title_missing', 2, 'Titel'],
    ['a date that is none', ['Titel;Datum', 'A;27.11.2030', 'B;31.11.2030'], 'day.date_invalid', 3, 'Datum'],
    ['a time that is none', ['Titel;Datum;Beginn', 'A;27.11.2030;25 Uhr'], 'session.start_invalid', 2, 'Beginn'],
    ['a time without a day', ['Titel;Beginn', 'A;9:00'], 'day.date_missing', 2, 'day'],
    ['a length that is none', ['Titel;Dauer', 'A;lang'], 'session.duration_invalid', 2, 'Dauer'],
    ['neither yes nor no', ['Titel;Entfällt', 'A;evtl.'], 'session.cancelled_invalid', 2, 'Entfällt'],
    ['a title given twice', ['Titel', 'A', 'A'], 'session.reference_duplicate', 3, undefined],
    ['quotes that do not end', ['Titel', '"A'], 'csv.quote_unclosed', 2, undefined],
  ])('refuses %s with row and heading', (_, lines, code, line, field) => {
    const { schedule, problems } = csv(...lines)
    expect(schedule).toBeNull()
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', code, line, ...(field && { field }) })])
  })
})

describe('readScheduleXlsx', () => {
  test('understands date and time cells, whatever the zone of the machine', async () => {
    const date = { value: new Date('2030-11-27T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' }
    const time = (value: number) => ({ value, type: Number, format: 'hh:mm' })
    const bytes = await writeExcelFile([
      ['Titel', 'Datum', 'Beginn', 'Ende', 'Dauer'],
      ['A', date, time(0.375), time(0.40625), null],
      ['B', date, time(0.5), null, 20],
      [
        'C',
        date,
        { value: 50_000.75, type: Number, format: 'dd.mm.yyyy hh:mm' },
        null,
        { value: 0.03125, type: Number, format: '[h]:mm' },
      ],
    ]).toBuffer()
    const { schedule, problems } = await readScheduleXlsx(bytes)
    expect(problems).toEqual([])
    expect(schedule?.sessions.map(({ start, durationMinutes }) => [start, durationMinutes])).toEqual([
      ['2030-11-27T09:00', 45],
      ['2030-11-27T12:00', 20],
      ['2030-11-27T18:00', 45],
    ])
  })

  test('names the row of the sheet', async () => {
    const bytes = await writeExcelFile([
      ['Programm'],
      [],
      ['Titel', 'Datum'],
      ['A', '27.11.2030'],
      [],
      ['B', 'bald'],
    ]).toBuffer()
    expect((await readScheduleXlsx(bytes)).problems).toMatchObject([
      { code: 'day.date_invalid', line: 6, field: 'Datum' },
    ])
  })
})

/** What of a schedule a table can hold. */
function tabular(schedule: Schedule): Schedule {
  const sessions = schedule.sessions.map((session): ScheduleSession => {
    const { guid, slug, links, attachments, feedbackUrl, recordingLicence, doNotRecord, ...kept } = session
    const people = session.people.map(({ name, role, mode, function: job, organisation }) => {
      return { name: name.replaceAll(';', ','), role, mode, function: job, organisation }
    })
    const named = new Map(people.map((person) => [JSON.stringify([person.name, person.role]), person]))
    return {
      ...kept,
      day: session.start?.slice(0, 10) ?? session.day,
      people: [...named.values()],
      links: [],
      attachments: [],
    }
  })
  const names = (field: 'room' | 'track') =>
    [...new Set(sessions.flatMap((session) => session[field] ?? []))].map((name) => ({ name }))
  return { title: schedule.title, timeZone: schedule.timeZone, rooms: names('room'), tracks: names('track'), sessions }
}

describe('what a table can hold comes back', () => {
  const options = ({ title, timeZone }: Schedule) => ({ title, timeZone })

  test('from CSV', () => {
    fc.assert(
      fc.property(schedules.map(tabular), (schedule) => {
        expect(readScheduleCsv(writeScheduleCsv(schedule), options(schedule))).toEqual({ schedule, problems: [] })
      }),
      { numRuns: 100 },
    )
  })

  test('from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(schedules.map(tabular), async (schedule) => {
        expect(await readScheduleXlsx(await writeScheduleXlsx(schedule), options(schedule))).toEqual({
          schedule,
          problems: [],
        })
      }),
      { numRuns: 30 },
    )
  })
})
