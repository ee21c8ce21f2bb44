import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import { noCircumstances } from '../circumstances/rules.ts'
import type { Circumstances } from '../circumstances/types.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { countSeverities, findWarnings } from './rules.ts'
import type { WarningFacts, WarningKind } from './types.ts'

const day = '2031-11-05'
const room = (id: string, capacity: number | null = null) => ({ id, slug: id, name: id, capacity, position: 0 })
const programmeOf = (sessions: readonly ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: [room('saal', 40), room('aula')],
  sessions,
})

/** A session on the day, from `time` for `minutes`. */
function at(id: string, time: string, minutes: number | null, given: Partial<ProgrammeSession> = {}) {
  return someSession({ id, day, startsAt: `${day}T${time}`, durationMinutes: minutes, ...given })
}
const ida = (given: Parameters<typeof someAppearance>[0]) => someAppearance({ personId: 'ida', ...given })
const withIda = (id: string, time: string, minutes: number, roomId: string | null) =>
  at(id, time, minutes, { roomId, appearances: [ida({ id: `ida-${id}` })] })
const remoteIda = ida({ id: 'i', mode: 'remote' })

type Case<K extends WarningKind> = readonly [
  when: string,
  sessions: readonly ProgrammeSession[],
  known: Partial<Circumstances>,
  facts: WarningFacts[K] | null,
]

function describeKind<K extends WarningKind>(kind: K, cases: readonly Case<K>[]) {
  describe(kind, () => {
    test.each(cases)('%s', (_, sessions, known, facts) => {
      const found = findWarnings(programmeOf(sessions), { ...noCircumstances, ...known })
      expect(found.filter((warning) => warning.kind === kind).map((warning) => warning.facts)).toEqual(
        facts === null ? [] : [facts],
      )
    })
  })
}

describeKind('person-in-two-places', [
  [
    'one person speaks in one room and moderates in another',
    [
      withIda('a', '09:00', 45, 'saal'),
      at('b', '09:30', 45, { roomId: 'aula', appearances: [ida({ id: 'm', role: 'moderator' })] }),
    ],
    {},
    { personId: 'ida', overlapMinutes: 15 },
  ],
  [
    'by video they are in two places all the same',
    [withIda('a', '09:00', 45, 'saal'), at('b', '09:00', 20, { appearances: [remoteIda] })],
    {},
    { personId: 'ida', overlapMinutes: 20 },
  ],
  ['one after the other', [withIda('a', '09:00', 45, 'saal'), withIda('b', '09:45', 45, 'aula')], {}, null],
  [
    'in one room they are in one place',
    [withIda('a', '09:00', 45, 'saal'), withIda('b', '09:00', 45, 'saal')],
    {},
    null,
  ],
  [
    'who was replaced is not there',
    [
      withIda('a', '09:00', 45, 'saal'),
      at('b', '09:00', 45, { roomId: 'aula', appearances: [ida({ id: 'r', state: 'replaced' })] }),
    ],
    {},
    null,
  ],
  [
    'what is cancelled takes nobody’s time',
    [withIda('a', '09:00', 45, 'saal'), { ...withIda('b', '09:00', 45, 'aula'), state: 'cancelled' }],
    {},
    null,
  ],
  [
    'an organisation without a person is not somebody',
    [
      at('a', '09:00', 45, { appearances: [someAppearance({ id: '1', personId: null })] }),
      at('b', '09:00', 45, { appearances: [someAppearance({ id: '2', personId: null })] }),
    ],
    {},
    null,
  ],
])

describeKind('room-taken-twice', [
  [
    'two overlap, also over midnight',
    [at('a', '23:30', 60, { roomId: 'saal' }), at('b', '23:50', 60, { roomId: 'saal' })],
    {},
    { roomId: 'saal', overlapMinutes: 40 },
  ],
  [
    'two begin together and nobody knows how long they last',
    [at('a', '09:00', null, { roomId: 'saal' }), at('b', '09:00', null, { roomId: 'saal' })],
    {},
    { roomId: 'saal', overlapMinutes: 1 },
  ],
  ['no room is not one room', [at('a', '09:00', 45), at('b', '09:00', 45)], {}, null],
  ['back to back', [at('a', '09:00', 45, { roomId: 'saal' }), at('b', '09:45', 45, { roomId: 'saal' })], {}, null],
])

const needs = (expectedCount: number | null) => ({ sessionNeeds: [{ sessionId: 'a', expectedCount, equipment: [] }] })
describeKind('room-too-small', [
  [
    'more are expected than fit',
    [someSession({ id: 'a', roomId: 'saal' })],
    needs(41),
    { roomId: 'saal', capacity: 40, expectedCount: 41 },
  ],
  ['as many as fit', [someSession({ id: 'a', roomId: 'saal' })], needs(40), null],
  ['nobody knows how many fit', [someSession({ id: 'a', roomId: 'aula' })], needs(900), null],
  ['nobody knows how many come', [someSession({ id: 'a', roomId: 'saal' })], needs(null), null],
])

const needsSound = {
  sessionNeeds: [{ sessionId: 'a', expectedCount: null, equipment: ['sound', 'projector'] as const }],
}
describeKind('room-lacks-equipment', [
  [
    'a part of it is there',
    [someSession({ id: 'a', roomId: 'saal' })],
    { ...needsSound, roomEquipment: [{ roomId: 'saal', equipment: ['projector'] }] },
    { roomId: 'saal', missing: ['sound'] },
  ],
  [
    'nothing is known of the room',
    [someSession({ id: 'a', roomId: 'saal' })],
    needsSound,
    { roomId: 'saal', missing: ['sound', 'projector'] },
  ],
  ['without a room nothing is missing yet', [someSession({ id: 'a' })], needsSound, null],
])

describeKind('remote-without-equipment', [
  [
    'somebody is to come by video',
    [someSession({ id: 'a', roomId: 'saal', appearances: [remoteIda] })],
    {},
    { roomId: 'saal', appearanceIds: ['i'] },
  ],
  [
    'the room can do that',
    [someSession({ id: 'a', roomId: 'saal', appearances: [remoteIda] })],
    { roomEquipment: [{ roomId: 'saal', equipment: ['remote'] }] },
    null,
  ],
  [
    'they have cancelled',
    [someSession({ id: 'a', roomId: 'saal', appearances: [{ ...remoteIda, state: 'cancelled' }] })],
    {},
    null,
  ],
])

const line = (on: string | null, result: 'open' | 'good' | 'problems', fallback: 'phone' | null) => ({
  lines: [{ personId: 'ida', on, result, fallback }],
})
const isSoon = { today: '2031-10-29' }
const byVideo = [at('a', '09:00', 45, { appearances: [remoteIda, { ...remoteIda, id: 'again', role: 'moderator' }] })]
const lacks = (...list: WarningFacts['remote-not-ready']['lacks']) => ({ personId: 'ida', lacks: list })
describeKind('remote-not-ready', [
  ['nobody has asked them, told once for both roles', byVideo, isSoon, lacks('appointment', 'fallback')],
  [
    'the line was tried out, and had problems',
    byVideo,
    { ...isSoon, ...line(null, 'problems', 'phone') },
    lacks('solution'),
  ],
  [
    'it was good, but nothing helps if it fails',
    byVideo,
    { ...isSoon, ...line(null, 'good', null) },
    lacks('fallback'),
  ],
  ['the appointment has passed', byVideo, { ...isSoon, ...line('2031-10-28', 'open', 'phone') }, lacks('result')],
  ['the appointment is to come', byVideo, { ...isSoon, ...line('2031-10-30', 'open', 'phone') }, null],
  ['everything is arranged', byVideo, { ...isSoon, ...line('2031-10-28', 'good', 'phone') }, null],
  ['the day is far', byVideo, { today: '2031-10-21' }, null],
  ['the day is over', byVideo, { today: '2031-11-06' }, null],
  ['nobody knows what day it is', byVideo, {}, null],
  ['nobody knows when it is', [someSession({ id: 'a', appearances: [remoteIda] })], isSoon, null],
  ['they come', [withIda('a', '09:00', 45, 'saal')], isSoon, null],
  [
    'an organisation without a person',
    [at('a', '09:00', 45, { appearances: [{ ...remoteIda, personId: null }] })],
    isSoon,
    null,
  ],
])

const windows = [
  { from: `${day}T10:00`, until: `${day}T11:00` },
  { from: `${day}T09:00`, until: `${day}T10:00` },
]
const isThere = { availabilities: [{ personId: 'ida', windows }] }
describeKind('outside-availability', [
  [
    'they leave before the end',
    [withIda('a', '10:30', 45, 'saal')],
    isThere,
    { personId: 'ida', minutesOutside: 15, windows },
  ],
  [
    'they said they cannot come',
    [withIda('a', '10:30', 45, 'saal')],
    { availabilities: [{ personId: 'ida', windows: [] }] },
    { personId: 'ida', minutesOutside: 45, windows: [] },
  ],
  ['windows that touch are one', [withIda('a', '09:45', 45, 'saal')], isThere, null],
  ['nobody asked them', [withIda('a', '22:00', 45, 'saal')], {}, null],
])

describeKind('no-time-to-change-rooms', [
  [
    'three minutes from room to room',
    [withIda('b', '09:48', 45, 'aula'), withIda('a', '09:00', 45, 'saal')],
    {},
    { personId: 'ida', gapMinutes: 3, neededMinutes: 5, fromRoomId: 'saal', toRoomId: 'aula' },
  ],
  ['five are enough', [withIda('a', '09:00', 45, 'saal'), withIda('b', '09:50', 45, 'aula')], {}, null],
  ['in the same room they stay', [withIda('a', '09:00', 45, 'saal'), withIda('b', '09:45', 45, 'saal')], {}, null],
  [
    'by video nobody walks',
    [withIda('a', '09:00', 45, 'saal'), at('b', '09:45', 45, { roomId: 'aula', appearances: [remoteIda] })],
    {},
    null,
  ],
])

const inTrack = (id: string, time: string, given: Partial<ProgrammeSession> = {}) =>
  at(id, time, 60, { trackId: 't', roomId: 'saal', ...given })
describeKind('track-changes-rooms', [
  [
    'two rooms on one day',
    [inTrack('a', '09:00'), inTrack('b', '10:00', { roomId: 'aula' })],
    {},
    { trackId: 't', day, roomIds: ['aula', 'saal'] },
  ],
  [
    'another room on another day',
    [inTrack('a', '09:00'), inTrack('b', '10:00', { roomId: 'aula', day: '2031-11-06', startsAt: '2031-11-06T10:00' })],
    {},
    null,
  ],
  [
    'the plenary is elsewhere',
    [inTrack('a', '09:00'), inTrack('b', '10:00', { roomId: 'aula', isPlenary: true })],
    {},
    null,
  ],
])

const about = (id: string, topicIds: readonly string[], given: Partial<ProgrammeSession> = {}) =>
  at(id, '09:00', 45, { topicIds, ...given })
describeKind('similar-topics-in-parallel', [
  [
    'half of the topics of the narrower one',
    [about('a', ['x', 'y']), about('b', ['x', 'v', 'w'])],
    {},
    { topicIds: ['x'], overlapMinutes: 45 },
  ],
  [
    'several in common are told once',
    [about('a', ['x', 'y']), about('b', ['y', 'x'])],
    {},
    { topicIds: ['x', 'y'], overlapMinutes: 45 },
  ],
  ['less than half', [about('a', ['x', 'y', 'z']), about('b', ['x', 'v', 'w'])], {}, null],
  ['one after the other', [about('a', ['x']), about('b', ['x'], { startsAt: `${day}T09:45` })], {}, null],
  ['nobody has to choose', [about('a', ['x']), about('b', ['x'], { isPlenary: true })], {}, null],
])

const led = (role: 'moderator' | 'host' | 'panelist', state: 'planned' | 'cancelled' = 'planned') =>
  someSession({ id: 'a', type: 'panel', appearances: [someAppearance({ id: 'm', role, state })] })
describeKind('moderator-missing', [
  ['a panel of panelists', [led('panelist')], {}, { type: 'panel' }],
  ['the moderator has cancelled', [led('moderator', 'cancelled')], {}, { type: 'panel' }],
  ['a workshop of nobody, without a place yet', [someSession({ id: 'a', type: 'workshop' })], {}, { type: 'workshop' }],
  ['a host leads it', [led('host')], {}, null],
  ['a talk needs nobody', [someSession({ id: 'a' })], {}, null],
])

const longDay = [withIda('a', '09:00', 100, 'saal'), withIda('b', '10:50', 90, 'saal')]
describeKind('person-without-break', [
  [
    'ten minutes are no break',
    longDay,
    {},
    { personId: 'ida', day, from: `${day}T09:00`, until: `${day}T12:20`, minutes: 200, longestMinutes: 180 },
  ],
  ['a quarter of an hour is', [longDay[0]!, { ...longDay[1]!, startsAt: `${day}T10:55` }], {}, null],
  ['one long session is what it is', [withIda('a', '09:00', 300, 'saal')], {}, null],
  ['exactly as long as it may', [withIda('a', '09:00', 90, 'saal'), withIda('b', '10:30', 90, 'saal')], {}, null],
])

describeKind('track-without-break', [
  [
    'four hours on end',
    ['09:00', '10:00', '11:00', '12:00'].map((time) => inTrack(time, time)),
    {},
    { trackId: 't', day, from: `${day}T09:00`, until: `${day}T13:00`, minutes: 240, longestMinutes: 180 },
  ],
  [
    'a break that stands in the track is one',
    ['09:00', '10:00', '11:00', '12:00'].map((time) => inTrack(time, time, time === '11:00' ? { type: 'break' } : {})),
    {},
    null,
  ],
])

const wish = { orderWishes: [{ id: 'w', firstSessionId: 'b', thenSessionId: 'a', reason: null }] }
describeKind('order-violated', [
  [
    'the second begins first',
    [at('a', '09:00', 45), at('b', '10:00', 45)],
    wish,
    { wishId: 'w', minutesTooEarly: 105 },
  ],
  [
    'it begins while the first still runs',
    [at('b', '09:00', 45), at('a', '09:30', 45)],
    wish,
    { wishId: 'w', minutesTooEarly: 15 },
  ],
  ['as asked for', [at('b', '09:00', 45), at('a', '09:45', 45)], wish, null],
  ['one has no time yet', [someSession({ id: 'a' }), at('b', '10:00', 45)], wish, null],
])

const bounds = { pace: { ...noCircumstances.pace, dayBegins: '09:00', dayEnds: '17:00' } }
describeKind('outside-day', [
  ['it goes on after the end', [at('a', '16:30', 45)], bounds, { day, minutesEarly: 0, minutesLate: 15 }],
  ['it begins before the doors open', [at('a', '08:00', 45)], bounds, { day, minutesEarly: 60, minutesLate: 0 }],
  [
    'at night of the same day',
    [at('a', '23:00', 45, { startsAt: '2031-11-06T00:30' })],
    bounds,
    { day, minutesEarly: 0, minutesLate: 495 },
  ],
  ['the evening is for meeting people', [at('a', '18:00', 300, { type: 'networking' })], bounds, null],
  ['the day has no bounds', [at('a', '04:00', 45)], {}, null],
])

const slot = { id: 'l', roomId: 'saal', day, startsAt: `${day}T09:00`, durationMinutes: 45 }
describeKind('longer-than-slot', [
  [
    'sixty minutes in forty-five',
    [at('a', '09:00', 60, { roomId: 'saal' })],
    { slots: [slot] },
    { slotId: 'l', minutesOver: 15 },
  ],
  [
    'a slot of all rooms',
    [at('a', '09:40', 10)],
    { slots: [{ ...slot, roomId: null }] },
    { slotId: 'l', minutesOver: 5 },
  ],
  ['it fits', [at('a', '09:00', 45, { roomId: 'saal' })], { slots: [slot] }, null],
  ['another room', [at('a', '09:00', 60, { roomId: 'aula' })], { slots: [slot] }, null],
  ['it begins when the slot is over', [at('a', '09:45', 60, { roomId: 'saal' })], { slots: [slot] }, null],
])

describeKind('plenary-overlapped', [
  [
    'a talk during the opening',
    [at('o', '09:00', 45, { isPlenary: true }), at('a', '09:30', 45)],
    {},
    { overlapMinutes: 15 },
  ],
  [
    'two for everybody are told once',
    [at('o', '09:00', 45, { isPlenary: true }), at('p', '09:00', 45, { isPlenary: true })],
    {},
    { overlapMinutes: 45 },
  ],
  ['coffee goes on', [at('o', '09:00', 45, { isPlenary: true }), at('a', '09:30', 45, { type: 'break' })], {}, null],
])

test('says at which sessions, how bad, and under a key that outlives a change of the facts', () => {
  const twice = (time: string) => {
    const sessions = [at('b', '09:00', 45, { roomId: 'saal' }), at('a', time, 45, { roomId: 'saal' })]
    return findWarnings(programmeOf(sessions), noCircumstances)
  }
  expect(twice('09:30')).toMatchObject([
    { kind: 'room-taken-twice', severity: 'error', key: 'room-taken-twice saal a b', sessionIds: ['b', 'a'] },
  ])
  expect(twice('08:30')[0]).toMatchObject({ key: 'room-taken-twice saal a b', sessionIds: ['a', 'b'] })
  expect(countSeverities(twice('09:30'))).toEqual({ error: 1, warning: 0, hint: 0 })
})
