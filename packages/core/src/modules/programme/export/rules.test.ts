import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import { idToGuid } from '../../../kernel/guid.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import { programmeToSchedule } from './rules.ts'

const head = {
  title: 'Tagung 2031',
  acronym: 'tagung-2031',
  firstDay: '2031-11-05',
  lastDay: null,
  venue: null,
  city: 'Graz',
  url: null,
  version: '3',
}
const id = newId('session')
const [roomId, trackId] = [newId('room'), newId('track')]
const room = { id: roomId, slug: 'saal', name: 'Saal', capacity: 90, position: 0 }
const track = { id: trackId, slug: 'a', name: 'Reihe A', colour: '#123456', position: 0 }

const of = (sessions: readonly ProgrammeSession[], given: Partial<Programme> = {}): Programme => ({
  timeZone: 'Europe/Vienna',
  tracks: [track],
  rooms: [room],
  sessions,
  ...given,
})
const exported = (session: Partial<ProgrammeSession>, addressOf?: (slug: string) => string) =>
  programmeToSchedule(head, of([someSession({ id, ...session })]), addressOf).sessions[0]

describe('programmeToSchedule', () => {
  test('says what is known of the edition and nothing else', () => {
    expect(programmeToSchedule(head, of([]))).toEqual({
      title: 'Tagung 2031',
      acronym: 'tagung-2031',
      version: '3',
      firstDay: '2031-11-05',
      lastDay: undefined,
      timeZone: 'Europe/Vienna',
      venue: undefined,
      city: 'Graz',
      url: undefined,
      rooms: [{ name: 'Saal', slug: 'saal', guid: idToGuid(roomId), capacity: 90 }],
      tracks: [{ name: 'Reihe A', slug: 'a', colour: '#123456' }],
      sessions: [],
    })
  })

  test.each<[string, Partial<ProgrammeSession>, object]>([
    ['its UUID, and its slug where no source has a word for it', {}, { guid: idToGuid(id), reference: id, slug: id }],
    ['the reference of its source', { reference: '7' }, { reference: '7' }],
    ['track and room by name', { trackId, roomId }, { track: 'Reihe A', room: 'Saal' }],
    ['no track that is not there', { trackId: 'gone' }, { track: undefined }],
    ['no text that is empty', { subtitle: ' ', abstract: '' }, { subtitle: undefined, abstract: undefined }],
    ['that it is cancelled', { state: 'cancelled' }, { isCancelled: true }],
    ['that it is for all', { isPlenary: true }, { isPlenary: true }],
    ['only what is so', {}, { isCancelled: undefined, isPlenary: undefined }],
    ['when it is', { day: '2031-11-05', startsAt: '2031-11-06T00:30', durationMinutes: 30 }, { day: '2031-11-05', start: '2031-11-06T00:30', durationMinutes: 30 }],
  ])('tells of a session %s', (_what, session, expected) => expect(exported(session)).toMatchObject(expected)) // biome-ignore format: a table

  test('gives the address of its page where there is one', () => {
    expect(exported({ slug: 'e-akte' }, (slug) => `https://example.org/${slug}`)?.url).toBe(
      'https://example.org/e-akte',
    )
    expect(exported({})?.url).toBeUndefined()
  })

  test.each<[string, Partial<ProgrammeAppearance>, number]>([
    ['who comes', {}, 1],
    ['nobody who was replaced', { state: 'replaced' }, 0],
    ['nobody who cancelled', { state: 'cancelled' }, 0],
    ['no organisation without a person', { personId: null, name: null, organisationName: 'Amt' }, 0],
  ])('names %s', (_who, given, expected) => {
    const personId = newId('person')
    const people = exported({ appearances: [someAppearance({ id: 'x', personId, ...given })] })?.people ?? []
    expect(people).toHaveLength(expected)
    for (const person of people) expect(person).toMatchObject({ reference: personId, guid: idToGuid(personId) })
  })

  test('keeps names and references apart that a schedule has only once', () => {
    const twin = { ...room, id: newId('room'), slug: 'saal-2', position: 1 }
    const sessions = ['a', 'b'].map((slug) =>
      someSession({ id: newId('session'), slug, reference: 'gleich', roomId: twin.id }),
    )
    const schedule = programmeToSchedule(head, of(sessions, { rooms: [twin, room] }))
    expect(schedule.rooms.map(({ name }) => name)).toEqual(['Saal', 'Saal (saal-2)'])
    expect(schedule.sessions.map((session) => [session.reference, session.room])).toEqual([
      ['a', 'Saal (saal-2)'],
      ['b', 'Saal (saal-2)'],
    ])
  })

  test('goes in the order of the programme, what is unknown last', () => {
    const at = (slug: string, day: string | null, startsAt: string | null, position = 0) =>
      someSession({ id: newId('session'), slug, day, startsAt, position })
    const sessions = [
      at('ohne-tag', null, null),
      at('ohne-zeit-2', '2031-11-05', null, 10),
      at('ohne-zeit-1', '2031-11-05', null, 9),
      at('spaet', '2031-11-05', '2031-11-05T10:00'),
      at('frueh', '2031-11-05', '2031-11-05T09:00', 3),
    ]
    expect(programmeToSchedule(head, of(sessions)).sessions.map(({ slug }) => slug)).toEqual([
      'frueh',
      'spaet',
      'ohne-zeit-1',
      'ohne-zeit-2',
      'ohne-tag',
    ])
  })
})
