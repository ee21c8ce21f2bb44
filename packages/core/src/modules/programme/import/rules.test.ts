import type { ScheduleSession } from '@fachtag/formats/schedule/types'
import { describe, expect, test } from 'vitest'
import { someSession } from '../../../../test/programme.ts'
import { idToGuid } from '../../../kernel/guid.ts'
import { newId } from '../../../kernel/ids.ts'
import { emptyProgramme } from '../changes/rules.ts'
import type { ProgrammeSession } from '../types.ts'
import { planImport } from './rules.ts'
import type { ImportQuestion } from './types.ts'

type Said = Partial<ScheduleSession> & { readonly reference: string }

function question(said: readonly Said[], given: Partial<ImportQuestion> = {}): ImportQuestion {
  let count = 0
  return {
    draft: emptyProgramme('Europe/Berlin'),
    removed: [],
    origins: new Map(),
    brought: { trackIds: [], roomIds: [] },
    schedule: {
      title: 'Tagung',
      timeZone: 'Europe/Berlin',
      rooms: [{ name: 'Saal' }],
      tracks: [{ name: 'Reihe A', colour: '#112233' }],
      sessions: said.map((one) => ({ title: one.reference, people: [], links: [], attachments: [], ...one })),
    },
    sourceKey: 'datei',
    isTable: false,
    people: new Map(),
    organisations: new Map(),
    defaultLanguage: 'de',
    newId: (kind) => `${kind}-${++count}`,
    ...given,
  }
}

/** A draft with these sessions, all of them from the source `datei` unless told otherwise. */
function stored(sessions: readonly ProgrammeSession[], sourceKey: string | null = 'datei'): Partial<ImportQuestion> {
  return {
    draft: { ...emptyProgramme('Europe/Berlin'), sessions },
    origins: new Map(sessions.map(({ id, reference }) => [id, { sourceKey, reference }])),
  }
}

const planned = (said: readonly Said[], given?: Partial<ImportQuestion>) =>
  planImport(question(said, given)).programme.sessions

describe('a new session', () => {
  test.each<[string, Partial<ScheduleSession>, Partial<ProgrammeSession>]>([
    ['with hardly anything', {}, { type: 'talk', language: 'de', state: 'planned', day: null, startsAt: null, isPlenary: false }],
    ['takes the day from its start', { start: '2031-11-05T09:00' }, { day: '2031-11-05', startsAt: '2031-11-05T09:00' }],
    ['keeps the day that the file names', { day: '2031-11-05', start: '2031-11-06T00:30' }, { day: '2031-11-05' }],
    ['has no duration of nothing', { durationMinutes: 0 }, { durationMinutes: null }],
    ['speaks the language it says', { language: 'fr' }, { language: 'fr' }],
    ['is of our type', { type: 'Plenary' }, { type: 'impulse', isPlenary: true }],
    ['is in its track and room', { track: 'Reihe A', room: 'Saal' }, { trackId: 'track-1', roomId: 'room-2' }],
    ['has each link once', { links: [{ title: 'A', url: 'https://a.example/' }], attachments: [{ title: 'B', url: 'https://a.example/' }] }, { links: [{ title: 'A', url: 'https://a.example/' }] }],
    ['is cancelled where the file says so', { isCancelled: true }, { state: 'cancelled' }],
    ['is cancelled where its title says so', { title: '[CANCELLED] E-Akte' }, { state: 'cancelled', title: 'E-Akte', slug: 'e-akte' }],
    ['takes an address that is one', { slug: 'mein-beitrag' }, { slug: 'mein-beitrag' }],
    ['gets an address where the file has none that fits', { slug: 'Saal_1/Ä', title: 'Über Ämter' }, { slug: 'ueber-aemter' }],
  ])('%s', (_case, said, expected) => {
    expect(planned([{ reference: 'a', ...said }])[0]).toMatchObject(expected)
  }) // biome-ignore format: a table

  test('stands at the same instant in the zone of the edition, on the day that the file names', () => {
    const said = { reference: 'a', title: 'a', people: [], links: [], attachments: [] }
    const start = '2031-11-05T20:00'
    const asked = question([])
    const schedule = {
      ...asked.schedule,
      timeZone: 'America/New_York',
      sessions: [{ ...said, day: '2031-11-05', start }],
    }
    const [session] = planImport({ ...asked, schedule }).programme.sessions
    expect(session).toMatchObject({ day: '2031-11-05', startsAt: '2031-11-06T02:00' })
  })

  test('gets an address of its own, also beside sessions that are gone', () => {
    const removed = [someSession({ id: 'old', slug: 'gleich' })]
    const sessions = planned(
      [
        { reference: 'a', title: 'Gleich' },
        { reference: 'b', title: 'Gleich' },
      ],
      { removed },
    )
    expect(sessions.map((session) => session.slug)).toEqual(['gleich-2', 'gleich-3'])
  })
})

describe('a session that is there', () => {
  const base = someSession({
    id: 'ses_a',
    reference: 'a',
    method: 'Runde',
    topicIds: ['t'],
    position: 7,
    subtitle: 'Alt',
  })

  test('keeps id, address and what a file cannot say; the rest is what the file says', () => {
    const [session] = planned([{ reference: 'a', title: 'Neu', slug: 'anders' }], stored([base]))
    expect(session).toEqual({ ...base, title: 'Neu', subtitle: null })
  })

  test('keeps type, language and plenary where the file is silent', () => {
    const spoken = { ...base, type: 'panel' as const, language: 'en', isPlenary: true, title: 'a', subtitle: null }
    expect(planned([{ reference: 'a' }], stored([spoken]))).toEqual([spoken])
  })

  test('is reinstated when the file no longer says cancelled', () => {
    expect(planned([{ reference: 'a' }], stored([{ ...base, state: 'cancelled' }]))[0]?.state).toBe('planned')
  })

  test('goes when its source no longer names it, and only then', () => {
    expect(planned([], stored([base]))).toEqual([])
    expect(planned([], stored([base], 'andere'))).toEqual([base])
    expect(planned([], stored([base], null))).toEqual([base])
  })

  test('of another source is not met by reference', () => {
    const sessions = planned([{ reference: 'a' }], stored([base], 'andere'))
    expect(sessions.map((session) => session.id)).toEqual(['session-3', 'ses_a'])
  })
})

describe('our own UUID', () => {
  const [first, second] = [newId('session'), newId('session')]
  const ids = (said: readonly Said[], given: Partial<ImportQuestion>) =>
    planned(said, given).map((session) => session.id)

  test('means the session, whoever made it', () => {
    const made = stored([someSession({ id: first })], null)
    expect(ids([{ reference: 'x', guid: idToGuid(first) }], made)).toEqual([first])
  })

  test('of a session elsewhere means nothing', () => {
    expect(ids([{ reference: 'x', guid: idToGuid(first) }], {})).toEqual(['session-3'])
  })

  test('counts less than the reference, and nobody is meant twice', () => {
    const made = stored([someSession({ id: first, reference: 'r' }), someSession({ id: second, reference: 's' })])
    const said = [
      { reference: 'x', guid: idToGuid(first) },
      { reference: 'r', guid: idToGuid(second) },
      { reference: 'y', guid: idToGuid(second) },
    ]
    expect(ids(said, made)).toEqual(['session-3', first, second])
  })
})

test('a session that no source has a word for is met by its slug, under which we export it', () => {
  const made = stored([someSession({ id: 'ses_a', slug: 'von-hand' })], null)
  expect(planned([{ reference: 'von-hand', title: 'Neu' }], made)).toMatchObject([{ id: 'ses_a', title: 'Neu' }])
})

test('a table does not take away what it has no place for', () => {
  const links = [{ title: 'Folien', url: 'https://example.org/' }]
  const given = stored([someSession({ id: 'ses_a', reference: 'a', links })])
  expect(planned([{ reference: 'a' }], given)[0]?.links).toEqual([])
  expect(planned([{ reference: 'a' }], { ...given, isTable: true })[0]?.links).toEqual(links)
  const room = { id: 'leer', slug: 'leer', name: 'Leer', capacity: null, position: 0 }
  const brought = { trackIds: [], roomIds: ['leer'] }
  const draft = { ...emptyProgramme('Europe/Berlin'), rooms: [room] }
  const roomsAfter = (isTable: boolean) => {
    const plan = planImport(question([], { draft, brought, isTable }))
    return [plan.programme.rooms.map((one) => one.name), plan.brought.roomIds]
  }
  expect(roomsAfter(true)).toEqual([['Saal', 'Leer'], ['leer']])
  expect(roomsAfter(false)).toEqual([['Saal'], ['room-2']])
})

test('says what is new to the source and what it brought', () => {
  const plan = planImport(
    question([{ reference: 'a' }, { reference: 'b' }], stored([someSession({ id: 'ses_a', reference: 'a' })])),
  )
  expect(plan.introduced).toEqual(['session-3'])
  expect(plan.brought).toEqual({ trackIds: ['track-1'], roomIds: ['room-2'] })
  expect(plan.programme.tracks).toEqual([
    { id: 'track-1', slug: 'reihe-a', name: 'Reihe A', colour: '#112233', position: 0 },
  ])
  expect(plan.programme.rooms).toEqual([{ id: 'room-2', slug: 'saal', name: 'Saal', capacity: null, position: 0 }])
})
