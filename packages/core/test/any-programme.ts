import fc from 'fast-check'
import { type Circumstances, equipmentKinds, type TimeWindow } from '../src/modules/programme/circumstances/types.ts'
import { wallTimeOf } from '../src/modules/programme/grid/rules.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../src/modules/programme/types.ts'
import { someAppearance, someSession } from './programme.ts'

/** Small and crowded, so that sessions, rooms and people get in each other's way. */
const [rooms, tracks, persons, topics] = ['r', 't', 'p', 'x'].map((kind) => [1, 2, 3].map((n) => `${kind}${n}`)) as [
  string[],
  string[],
  string[],
  string[],
]
const days = ['2031-11-05', '2031-11-06'] as const
export const sessionIdsOfAnyProgramme = Array.from({ length: 10 }, (_, n) => `s${n}`)

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 })
const someMinutes = fc.constantFrom(5, 15, 15, 30, 30, 45, 90)

/** In the morning on a grid of a quarter of an hour, or shortly after midnight. */
const anyTime = fc
  .record({ day: fc.constantFrom(...days), slot: fc.integer({ min: 0, max: 12 }) })
  .map(({ day, slot }) => ({
    day: day as string,
    startsAt: wallTimeOf(Date.parse(`${day}T08:00Z`) / 60_000 + (slot === 12 ? 965 : slot * 15)),
  }))

/** Where and when a session may be: all at random, often not placed at all. */
export const anyPlace = fc
  .record({ time: maybe(anyTime), roomId: maybe(fc.constantFrom(...rooms)), durationMinutes: maybe(someMinutes) })
  .map(({ time, ...rest }) => ({ ...(time ?? { day: null, startsAt: null }), ...rest }))

function appearancesOf(id: string): fc.Arbitrary<ProgrammeAppearance[]> {
  const held = fc.record({
    personId: maybe(fc.constantFrom(...persons.slice(0, 2), persons[0]!)),
    role: fc.constantFrom('speaker' as const, 'speaker' as const, 'moderator' as const, 'host' as const),
    mode: fc.constantFrom('on-site' as const, 'on-site' as const, 'remote' as const),
    state: fc.constantFrom('planned' as const, 'planned' as const, 'replaced' as const, 'cancelled' as const),
  })
  return fc
    .array(held, { maxLength: 3 })
    .map((list) => list.map((one, n) => someAppearance({ id: `a${n}-${id}`, ...one })))
}

/** A session with this id, anywhere, with anybody. */
export function anySessionOf(id: string): fc.Arbitrary<ProgrammeSession> {
  return fc
    .record({
      place: anyPlace,
      type: fc.constantFrom('talk', 'talk', 'panel', 'workshop', 'break', 'networking'),
      state: fc.constantFrom('planned', 'planned', 'planned', 'cancelled'),
      trackId: maybe(fc.constantFrom(...tracks)),
      isPlenary: fc.nat(9).map((n) => n === 0),
      topicIds: fc.subarray(topics),
      appearances: appearancesOf(id),
    })
    .map(({ place, ...rest }) => someSession({ id, ...place, ...rest } as Partial<ProgrammeSession> & { id: string }))
}

const anyRooms = fc
  .tuple(...rooms.map(() => maybe(fc.integer({ min: 5, max: 50 }))))
  .map((sizes) =>
    sizes.map((capacity, n) => ({ id: rooms[n]!, slug: rooms[n]!, name: rooms[n]!, capacity, position: n })),
  )

/** Two days, three rooms, tracks, persons and topics, at most ten sessions. */
export const anyProgramme: fc.Arbitrary<Programme> = fc.record({
  timeZone: fc.constant('Europe/Berlin'),
  tracks: fc.constant(tracks.map((id, position) => ({ id, slug: id, name: id, colour: null, position }))),
  rooms: anyRooms,
  sessions: fc.subarray(sessionIdsOfAnyProgramme, { minLength: 3 }).chain((ids) => fc.tuple(...ids.map(anySessionOf))),
})

const anyWindow: fc.Arbitrary<TimeWindow> = fc.tuple(anyTime, someMinutes).map(([{ startsAt }, minutes]) => ({
  from: startsAt,
  until: wallTimeOf(Date.parse(`${startsAt}Z`) / 60_000 + minutes * 4),
}))
const anyEquipment = fc.subarray([...equipmentKinds].slice(0, 3))
const eachOf = <T>(ids: readonly string[], value: (id: string) => fc.Arbitrary<T>) =>
  fc.subarray([...ids]).chain((some) => fc.tuple(...some.map(value)))

export const anyCircumstances: fc.Arbitrary<Circumstances> = fc.record({
  pace: fc.record({
    dayBegins: fc.constantFrom(null, '08:30'),
    dayEnds: fc.constantFrom(null, '10:00'),
    changeMinutes: fc.constantFrom(0, 5, 20),
    breakMinutes: fc.constantFrom(5, 15),
    stretchMinutes: fc.constantFrom(30, 90),
  }),
  availabilities: eachOf(persons, (personId) =>
    fc.record({ personId: fc.constant(personId), windows: fc.array(anyWindow, { maxLength: 3 }) }),
  ),
  roomEquipment: eachOf(rooms, (roomId) => fc.record({ roomId: fc.constant(roomId), equipment: anyEquipment })),
  sessionNeeds: eachOf(sessionIdsOfAnyProgramme, (sessionId) =>
    fc.record({
      sessionId: fc.constant(sessionId),
      expectedCount: maybe(fc.integer({ min: 1, max: 60 })),
      equipment: anyEquipment,
    }),
  ),
  orderWishes: eachOf(['w1', 'w2', 'w3'], (id) =>
    fc
      .shuffledSubarray(sessionIdsOfAnyProgramme, { minLength: 2, maxLength: 2 })
      .map(([firstSessionId, thenSessionId]) => ({
        id,
        firstSessionId: firstSessionId!,
        thenSessionId: thenSessionId!,
        reason: null,
      })),
  ),
  lines: eachOf(persons, (personId) =>
    fc.record({
      personId: fc.constant(personId),
      on: maybe(fc.constantFrom('2031-10-20', '2031-10-24', '2031-11-05')),
      result: fc.constantFrom('open' as const, 'good' as const, 'problems' as const),
      fallback: maybe(fc.constantFrom('phone' as const, 'stand-in' as const)),
    }),
  ),
  // So that of the two days none, one or both are near.
  today: fc.constantFrom(null, '2031-10-21', '2031-10-22', '2031-10-23', '2031-11-06', '2031-11-07'),
  slots: eachOf(['l1', 'l2', 'l3'], (id) =>
    fc
      .record({ time: anyTime, roomId: maybe(fc.constantFrom(...rooms)), durationMinutes: someMinutes })
      .map(({ time, ...rest }) => ({ id, ...time, ...rest })),
  ),
})
