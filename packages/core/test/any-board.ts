import fc from 'fast-check'
import { uniqueSlug } from '../src/kernel/slug.ts'
import type { Board, Fresh, Move } from '../src/modules/programme/moves/types.ts'
import { anyPlace, anyProgramme, sessionIdsOfAnyProgramme } from './any-programme.ts'

/** Ids `z1`, `z2` … and slugs that no session of `anyProgramme` has. */
export function testFresh(): Fresh {
  const taken = new Set([...sessionIdsOfAnyProgramme, 'a', 'b', 'c', 'd'])
  let count = 0
  return {
    id: () => `z${String(++count).padStart(4, '0')}`,
    slug: (wanted) => uniqueSlug(wanted, taken, 'beitrag'),
  }
}

export const anyProgrammeOnABoard: fc.Arbitrary<Board> = fc
  .record({ programme: anyProgramme, locked: fc.subarray(sessionIdsOfAnyProgramme, { maxLength: 2 }) })
  .map(({ programme, locked }) => ({
    programme,
    slots: [{ id: 'l1', roomId: 'r1', day: '2031-11-05', startsAt: '2031-11-05T09:00', durationMinutes: 45 }],
    lockedIds: locked.filter((id) => programme.sessions.some((session) => session.id === id)),
  }))

const sessionId = fc.constantFrom(...sessionIdsOfAnyProgramme)
const day = fc.constantFrom('2031-11-05', '2031-11-06')
const roomId = fc.constantFrom('r1', 'r2', 'r3')
const time = fc
  .record({ day, hour: fc.constantFrom('08', '09', '10') })
  .map((at) => ({ day: at.day, time: `${at.day}T${at.hour}:00` }))
const minutes = fc.constantFrom(15, 45, 90)

/** Any move within `anyProgramme`; often of what is not there or locked. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('place' as const), sessionId, at: time, place: anyPlace }).map((given) => ({
    kind: given.kind,
    sessionId: given.sessionId,
    day: given.at.day,
    startsAt: given.at.time,
    roomId: given.place.roomId,
    durationMinutes: given.place.durationMinutes ?? undefined,
  })),
  fc.record({ kind: fc.constant('park' as const), sessionIds: fc.array(sessionId, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant('swap' as const), sessionIds: fc.tuple(sessionId, sessionId) }),
  fc.record({ kind: fc.constant('resize' as const), sessionId, durationMinutes: minutes }),
  fc.record({
    kind: fc.constantFrom('lock' as const, 'unlock' as const),
    sessionIds: fc.array(sessionId, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({ kind: fc.constant('change-room' as const), day, fromRoomId: roomId, toRoomId: fc.option(roomId) }),
  fc
    .record({ at: time, minutes: fc.constantFrom(-30, 15, 600), roomId: fc.option(roomId, { nil: undefined }) })
    .map(({ at, ...rest }) => ({ kind: 'shift' as const, day: at.day, from: at.time, ...rest })),
  fc.record({
    kind: fc.constant('copy-day' as const),
    from: day,
    to: fc.constant('2031-11-07'),
    what: fc.constantFrom('frame' as const, 'all' as const),
  }),
  fc.record({ at: time, rooms: fc.subarray(['r1', 'r2']), minutes }).map(({ at, rooms, minutes: length }) => ({
    kind: 'lay-out' as const,
    day: at.day,
    startsAt: at.time,
    roomIds: rooms,
    pattern: [
      { kind: 'opening' as const, minutes: 30, title: 'Eröffnung' },
      { kind: 'session' as const, minutes: length },
    ],
  })),
  fc.record({ kind: fc.constant('remove-slots' as const), slotIds: fc.constantFrom(['l1'], ['l1', 'l1'], ['l2']) }),
)
