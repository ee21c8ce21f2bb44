import { describe, expect, test } from 'vitest'
import { childOf, childrenOf, parseXml } from '../xml/tree.ts'
import { writeScheduleJson } from './json-writer.ts'
import { writeScheduleCsv } from './table-writer.ts'
import type { Schedule } from './types.ts'
import { writeScheduleXml } from './xml-writer.ts'

const schedule: Schedule = {
  title: 'Mustertag 2030',
  acronym: 'Muster-Tag',
  version: '3',
  firstDay: '2030-03-30',
  lastDay: '2030-03-31',
  timeZone: 'Europe/Berlin',
  venue: 'Stadthalle',
  url: 'https://fachtag.example/2030',
  rooms: [{ name: 'Saal 1', capacity: 200 }],
  tracks: [{ name: 'Verwaltung', slug: 'verwaltung', colour: '#0a1b2c' }],
  sessions: [
    {
      reference: 'e-akte',
      guid: '3f2c8e10-1111-4222-8333-444455556666',
      title: 'Die E-Akte <im> Alltag & mehr',
      abstract: '**Kurz** ]]>',
      type: 'talk',
      language: 'de',
      track: 'Verwaltung',
      room: 'Saal 1',
      day: '2030-03-31',
      start: '2030-03-31T09:00',
      durationMinutes: 45,
      people: [
        {
          reference: '7',
          name: 'Erika Mustermann',
          role: 'speaker',
          function: 'Leiterin',
          organisation: 'Stadt Musterbach',
          biography: 'Über ?> sie',
        },
        { reference: '7', name: 'Erika Mustermann', role: 'moderator' },
      ],
      links: [{ title: 'Folien', url: 'https://fachtag.example/folien' }],
      attachments: [],
    },
    { reference: 'offen', title: 'Noch ohne Zeit', people: [], links: [], attachments: [] },
  ],
}

describe('writeScheduleXml', () => {
  const text = writeScheduleXml(schedule)
  const parsed = parseXml(text)
  const root = parsed.kind === 'read' ? parsed.root : undefined

  test('says what every client of schedule.xml reads', () => {
    const day = childOf(root, 'day')
    const event = childOf(childOf(day, 'room'), 'event')
    expect(day?.attributes).toEqual({
      index: '1',
      date: '2030-03-31',
      start: '2030-03-31T09:00:00+02:00',
      end: '2030-03-31T09:45:00+02:00',
    })
    expect(event?.attributes.guid).toBe('3f2c8e10-1111-4222-8333-444455556666')
    const value = (name: string) => childOf(event, name)?.text
    expect(['date', 'start', 'duration', 'room', 'title', 'track', 'type', 'abstract'].map(value)).toEqual([
      '2030-03-31T09:00:00+02:00',
      '09:00',
      '00:45',
      'Saal 1',
      'Die E-Akte <im> Alltag & mehr',
      'Verwaltung',
      'talk',
      '**Kurz** ]]>',
    ])
    expect(
      childrenOf(childOf(event, 'persons'), 'person').map((person) => [person.attributes.id, person.text]),
    ).toEqual([['7', 'Erika Mustermann']])
  })

  test('leaves out what the schema does not allow there, and keeps it beside', () => {
    expect(childOf(childOf(root, 'conference'), 'acronym')).toBeUndefined()
    const extension = JSON.parse(root?.instructions.fachtag ?? '')
    expect(extension).toMatchObject({
      head: { acronym: 'Muster-Tag', venue: 'Stadthalle' },
      unscheduled: [{ reference: 'offen' }],
    })
    expect(text.match(/\?>/g)).toHaveLength(2)
  })
})

describe('writeScheduleJson', () => {
  const { schedule: written, generator } = JSON.parse(writeScheduleJson(schedule))

  test('says what every client of schedule.json reads', () => {
    expect(generator).toEqual({ name: 'Fachtag' })
    expect(written.conference).toMatchObject({
      acronym: 'muster_tag',
      daysCount: 1,
      start: '2030-03-30',
      time_zone_name: 'Europe/Berlin',
    })
    const [event] = written.conference.days[0].rooms['Saal 1']
    expect(event).toMatchObject({
      guid: '3f2c8e10-1111-4222-8333-444455556666',
      date: '2030-03-31T09:00:00+02:00',
      duration: '00:45',
      url: 'urn:uuid:3f2c8e10-1111-4222-8333-444455556666',
      subtitle: null,
      links: [{ title: 'Folien', url: 'https://fachtag.example/folien' }],
    })
    expect(event.persons[0]).toEqual({
      id: 7,
      name: 'Erika Mustermann',
      role: 'speaker',
      function: 'Leiterin',
      organisation: 'Stadt Musterbach',
      biography: 'Über ?> sie',
    })
  })

  test('keeps beside it what the schema has no place for', () => {
    expect(written.fachtag).toMatchObject({
      head: { acronym: 'Muster-Tag', venue: 'Stadthalle' },
      unscheduled: [{ reference: 'offen' }],
    })
  })
})

test('writeScheduleCsv writes one row for each session under German headings', () => {
  const [header, first, ...rest] = writeScheduleCsv(schedule).slice(1).split('\r\n')
  expect(header).toMatch(/^"Datum";"Beginn";"Ende";"Dauer in Minuten";"Raum";"Vortragsreihe";"Art";"Titel";/)
  expect(first).toMatch(
    /^"31\.03\.2030";"09:00";"09:45";"45";"Saal 1";"Verwaltung";"talk";"Die E-Akte <im> Alltag & mehr";"";"Erika Mustermann\n/,
  )
  expect(rest.join()).toContain('"Noch ohne Zeit"')
})
