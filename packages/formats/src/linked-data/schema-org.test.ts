import { describe, expect, test } from 'vitest'
import { eventData, eventSeriesData, type LinkedEvent, organisationData, personData } from './schema-org.ts'
import { linkedDataScript, scriptJson } from './script.ts'

const session: LinkedEvent = {
  name: 'Die E-Akte im Alltag',
  start: '2030-07-01T09:30',
  end: '2030-07-01T10:15',
  timeZone: 'Europe/Berlin',
  performers: [{ name: 'Erika Mustermann', function: 'Leiterin', organisation: 'Stadt Musterbach' }],
}

/** What is written: absent properties are gone. */
const written = (data: unknown) => JSON.parse(JSON.stringify(data))

describe('eventData', () => {
  test('writes times with the offset of their zone, and states by their names at schema.org', () => {
    expect(written(eventData(session))).toEqual({
      '@type': 'Event',
      name: 'Die E-Akte im Alltag',
      startDate: '2030-07-01T09:30:00+02:00',
      endDate: '2030-07-01T10:15:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      performer: [
        {
          '@type': 'Person',
          name: 'Erika Mustermann',
          jobTitle: 'Leiterin',
          worksFor: { '@type': 'Organization', name: 'Stadt Musterbach' },
        },
      ],
    })
  })

  test('keeps dates as dates, and puts sessions under their conference', () => {
    const conference = {
      name: 'Mustertag',
      start: '2030-07-01',
      end: '2030-07-02',
      timeZone: 'Europe/Berlin',
      subEvents: [session],
    }
    const data = written(eventData({ ...conference, isCancelled: true, attendance: 'mixed' }))
    expect(data).toMatchObject({ startDate: '2030-07-01', endDate: '2030-07-02', subEvent: [{ name: session.name }] })
    expect(data.eventStatus).toBe('https://schema.org/EventCancelled')
    expect(data.eventAttendanceMode).toBe('https://schema.org/MixedEventAttendanceMode')
  })

  test('gives a place an address only where one is known', () => {
    const at = (place: LinkedEvent['place']) => written(eventData({ ...session, place })).location
    expect(at({ name: 'Stadthalle' })).toEqual({ '@type': 'Place', name: 'Stadthalle' })
    expect(at({ name: 'Stadthalle', city: 'Musterstadt', country: 'DE' })).toEqual({
      '@type': 'Place',
      name: 'Stadthalle',
      address: { '@type': 'PostalAddress', addressLocality: 'Musterstadt', addressCountry: 'DE' },
    })
  })
})

test('a series has its editions as parts', () => {
  const data = written(eventSeriesData({ name: 'Mustertag', organisers: [{ name: 'Muster-IT' }], editions: [session] }))
  expect(data).toMatchObject({
    '@type': 'EventSeries',
    organizer: [{ '@type': 'Organization', name: 'Muster-IT' }],
    subEvent: [{ '@type': 'Event', name: session.name }],
  })
})

test('persons and organisations stand alone, too', () => {
  expect(written(personData({ name: 'A' }))).toEqual({ '@type': 'Person', name: 'A' })
  expect(written(organisationData({ name: 'B', url: 'https://b.example/' }))).toEqual({
    '@type': 'Organization',
    name: 'B',
    url: 'https://b.example/',
  })
})

describe('scriptJson', () => {
  test('no text can leave the script', () => {
    const text = '</script><script>alert(1)</script><!-- & \u2028\u2029'
    const json = scriptJson({ text })
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual({ text })
  })

  test('linked data names its vocabulary', () => {
    expect(JSON.parse(linkedDataScript(personData({ name: 'A' })))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'A',
    })
  })
})
