import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import { expect, test } from 'vitest'
import { toCheckEvents } from './rules.ts'
import type { CheckAppointment } from './types.ts'

const appointment: CheckAppointment = {
  personId: 'per_1',
  name: 'Ida Öhm',
  editionId: 'edi_1',
  editionName: 'Fachtag 2031',
  timeZone: 'Europe/Berlin',
  start: '2031-10-30T10:15',
  by: 'Bo Berg',
  link: 'https://video.example/7',
  revision: 3,
}
const frame = {
  timeZone: 'Europe/Berlin',
  stamp: '2031-10-01T10:00:00Z',
  titleOf: (one: CheckAppointment) => one.name,
  withWhom: 'mit',
}
const eventOf = (given: Partial<CheckAppointment>) => toCheckEvents([{ ...appointment, ...given }], frame)[0]!

test('an appointment keeps a quarter of an hour free and says where to dial in', () => {
  expect(eventOf({})).toEqual({
    uid: 'check-edi_1-per_1@fachtag',
    sequence: 3,
    stamp: frame.stamp,
    start: '2031-10-30T10:15',
    durationMinutes: 15,
    summary: 'Ida Öhm',
    description: 'mit Bo Berg\nhttps://video.example/7',
    location: 'https://video.example/7',
    url: 'https://video.example/7',
  })
})

test.each([
  ['without a time it is for the whole day', { start: '2031-10-30' }, { durationMinutes: undefined }],
  ['another zone is told in that of the calendar', { timeZone: 'Europe/London' }, { start: '2031-10-30T11:15' }],
  ['a room is no address', { link: 'Konferenz 7' }, { location: 'Konferenz 7', url: undefined }],
  ['what is not known is not told', { by: null, link: null }, { description: '', location: undefined, url: undefined }],
])('%s', (_, given, expected) => {
  const event = eventOf(given)
  expect(event).toMatchObject(expected)
  expect(() => writeCalendar({ name: 'x', timeZone: 'Europe/Berlin', events: [event] })).not.toThrow()
})
