import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard, testFresh } from '../../../../test/any-board.ts'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import type { ProgrammeSession } from '../types.ts'
import { applyToBoard, condense, invertAll, placementOf } from './board/rules.ts'
import { planMoves } from './rules.ts'
import type { Board, Move } from './types.ts'

const day = '2031-11-05'
const room = (id: string) => ({ id, slug: id, name: id, capacity: null, position: 0 })
const at = (id: string, time: string, given: Partial<ProgrammeSession> = {}) =>
  someSession({ id, day, startsAt: `${day}T${time}`, durationMinutes: 45, roomId: 'saal', ...given })

function boardOf(sessions: readonly ProgrammeSession[], lockedIds: readonly string[] = []): Board {
  const programme = { timeZone: 'Europe/Berlin', tracks: [], rooms: [room('saal'), room('aula')], sessions }
  return { programme, slots: [], lockedIds }
}

/** Where sessions are after `moves`, as `id day time minutes room`. */
function after(board: Board, ...moves: Move[]) {
  const planned = planMoves(board, moves, testFresh())
  if (planned.kind !== 'planned') return planned
  return planned.board.programme.sessions.map((session) => {
    const { id, startsAt, durationMinutes, roomId } = session
    return `${id} ${startsAt?.slice(5) ?? '-'} ${durationMinutes} ${roomId ?? '-'}`
  })
}

const two = boardOf([at('a', '09:00'), at('b', '10:00', { durationMinutes: 30, roomId: 'aula' })])

describe('a move', () => {
  test.each<readonly [string, readonly Move[], readonly string[]]>([
    [
      'places a session, as long as it is',
      [{ kind: 'place', sessionId: 'a', day, startsAt: `${day}T11:00`, roomId: null }],
      ['a 11-05T11:00 45 -', 'b 11-05T10:00 30 aula'],
    ],
    [
      'places a session and gives it another length',
      [{ kind: 'place', sessionId: 'a', day, startsAt: `${day}T11:00`, roomId: 'aula', durationMinutes: 90 }],
      ['a 11-05T11:00 90 aula', 'b 11-05T10:00 30 aula'],
    ],
    ['parks', [{ kind: 'park', sessionIds: ['a', 'b', 'a'] }], ['a - 45 -', 'b - 30 -']],
    ['swaps', [{ kind: 'swap', sessionIds: ['a', 'b'] }], ['a 11-05T10:00 45 aula', 'b 11-05T09:00 30 saal']],
    [
      'swaps a session with itself, which is nothing',
      [{ kind: 'swap', sessionIds: ['a', 'a'] }],
      ['a 11-05T09:00 45 saal', 'b 11-05T10:00 30 aula'],
    ],
    [
      'resizes',
      [{ kind: 'resize', sessionId: 'b', durationMinutes: 60 }],
      ['a 11-05T09:00 45 saal', 'b 11-05T10:00 60 aula'],
    ],
    [
      'shifts what begins later on that day',
      [{ kind: 'shift', day, from: `${day}T09:30`, minutes: 15 }],
      ['a 11-05T09:00 45 saal', 'b 11-05T10:15 30 aula'],
    ],
    [
      'shifts into the night, which is still that day',
      [{ kind: 'shift', day, from: `${day}T09:30`, minutes: 15 * 60 }],
      ['a 11-05T09:00 45 saal', 'b 11-06T01:00 30 aula'],
    ],
    [
      'shifts one room back',
      [{ kind: 'shift', day, from: `${day}T08:00`, minutes: -30, roomId: 'saal' }],
      ['a 11-05T08:30 45 saal', 'b 11-05T10:00 30 aula'],
    ],
    [
      'brings a block into another room',
      [{ kind: 'change-room', day, fromRoomId: 'saal', toRoomId: 'aula', until: `${day}T10:00` }],
      ['a 11-05T09:00 45 aula', 'b 11-05T10:00 30 aula'],
    ],
    [
      'follows on the one before it',
      [
        { kind: 'park', sessionIds: ['a'] },
        { kind: 'swap', sessionIds: ['a', 'b'] },
      ],
      ['a 11-05T10:00 45 aula', 'b - 30 -'],
    ],
  ])('%s', (_, moves, expected) => expect(after(two, ...moves)).toEqual(expected))

  test('of a track shifts only the track', () => {
    const board = boardOf([at('a', '09:00', { trackId: 't' }), at('b', '10:00')])
    const shifted = after(board, { kind: 'shift', day, from: `${day}T00:00`, minutes: 5, trackId: 't' })
    expect(shifted).toEqual(['a 11-05T09:05 45 saal', 'b 11-05T10:00 45 saal'])
  })

  test('that ends where it began changes nothing', () => {
    const there: Move = { kind: 'swap', sessionIds: ['a', 'b'] }
    expect(planMoves(two, [there, there], testFresh())).toMatchObject({ kind: 'planned', changes: [] })
  })
})

describe('a lock', () => {
  const locked = boardOf(two.programme.sessions, ['a'])

  test.each<readonly [string, Move]>([
    ['place', { kind: 'place', sessionId: 'a', day, startsAt: `${day}T11:00`, roomId: null }],
    ['park', { kind: 'park', sessionIds: ['b', 'a'] }],
    ['swap', { kind: 'swap', sessionIds: ['b', 'a'] }],
    ['resize', { kind: 'resize', sessionId: 'a', durationMinutes: 5 }],
  ])('refuses to %s', (_, move) => expect(after(locked, move)).toEqual({ kind: 'locked', ids: ['a'] }))

  test('keeps a session where it is when others are moved together', () => {
    const shift: Move = { kind: 'shift', day, from: `${day}T00:00`, minutes: 60 }
    expect(after(locked, shift)).toEqual(['a 11-05T09:00 45 saal', 'b 11-05T11:00 30 aula'])
    const rooms: Move = { kind: 'change-room', day, fromRoomId: 'saal', toRoomId: null }
    expect(after(locked, rooms)).toEqual(after(locked))
  })

  test('is put on and taken off', () => {
    const on = planMoves(two, [{ kind: 'lock', sessionIds: ['b', 'a'] }], testFresh())
    expect(on).toMatchObject({ kind: 'planned', board: { lockedIds: ['a', 'b'] } })
    const off = planMoves(locked, [{ kind: 'unlock', sessionIds: ['a'] }], testFresh())
    expect(off).toMatchObject({ kind: 'planned', board: { lockedIds: [] } })
  })
})

test.each<readonly [string, Move]>([
  ['a session', { kind: 'park', sessionIds: ['a', 'x'] }],
  ['a room', { kind: 'place', sessionId: 'a', day, startsAt: `${day}T11:00`, roomId: 'x' }],
  ['a room to leave', { kind: 'change-room', day, fromRoomId: 'x', toRoomId: 'aula' }],
  ['a room to lay out', { kind: 'lay-out', day, startsAt: `${day}T09:00`, roomIds: ['x'], pattern: [] }],
])('%s that is not there is named', (_, move) => expect(after(two, move)).toEqual({ kind: 'unknown', ids: ['x'] }))

test('a day is laid out from a pattern: slots in the rooms, and what is for everybody between them', () => {
  const planned = planMoves(
    two,
    [
      {
        kind: 'lay-out',
        day,
        startsAt: `${day}T09:00`,
        roomIds: ['saal', 'aula'],
        pattern: [
          { kind: 'opening', minutes: 30, title: 'Eröffnung' },
          { kind: 'session', minutes: 45 },
          { kind: 'gap', minutes: 5 },
          { kind: 'session', minutes: 45 },
          { kind: 'break', minutes: 30, title: 'Kaffee' },
        ],
      },
    ],
    testFresh(),
  )
  if (planned.kind !== 'planned') throw new Error(planned.kind)
  expect(planned.board.slots.map((slot) => `${slot.roomId} ${slot.startsAt} ${slot.durationMinutes}`)).toEqual([
    `saal ${day}T09:30 45`,
    `aula ${day}T09:30 45`,
    `saal ${day}T10:20 45`,
    `aula ${day}T10:20 45`,
  ])
  const added = planned.board.programme.sessions.filter((session) => session.isPlenary)
  expect(added).toMatchObject([
    { type: 'opening', title: 'Eröffnung', slug: 'eroeffnung', startsAt: `${day}T09:00`, durationMinutes: 30 },
    { type: 'break', title: 'Kaffee', slug: 'kaffee', startsAt: `${day}T11:05`, durationMinutes: 30 },
  ])
})

describe('a day is copied', () => {
  const people = [someAppearance({ id: 'old', state: 'replaced' }), someAppearance({ id: 'new', replacesId: 'old' })]
  const board: Board = {
    ...boardOf([
      at('a', '09:00', { appearances: people, reference: 'r1' }),
      at('b', '23:30', { type: 'break', isPlenary: true }),
      at('c', '10:00', { state: 'cancelled' }),
      someSession({ id: 'd', day }),
    ]),
    slots: [{ id: 'l', roomId: 'saal', day, startsAt: `${day}T09:00`, durationMinutes: 45 }],
  }
  const copy = (what: 'all' | 'frame') => {
    const planned = planMoves(board, [{ kind: 'copy-day', from: day, to: '2031-11-07', what }], testFresh())
    if (planned.kind !== 'planned') throw new Error(planned.kind)
    const known = new Set(board.programme.sessions.map((session) => session.id))
    return {
      sessions: planned.board.programme.sessions.filter((session) => !known.has(session.id)),
      slots: planned.board.slots.filter((slot) => slot.id !== 'l'),
    }
  }

  test('with its people under ids of their own, and without what does not take place', () => {
    const { sessions, slots } = copy('all')
    expect(sessions).toMatchObject([
      { slug: 'a-2', reference: null, day: '2031-11-07', startsAt: '2031-11-07T09:00', roomId: 'saal' },
      { slug: 'b-2', day: '2031-11-07', startsAt: '2031-11-07T23:30', isPlenary: true },
    ])
    const [former, present] = sessions[0]!.appearances
    expect(present!.replacesId).toBe(former!.id)
    expect([former!.id, present!.id]).not.toContain('old')
    expect(slots).toMatchObject([{ roomId: 'saal', day: '2031-11-07', startsAt: '2031-11-07T09:00' }])
  })

  test('only what is for everybody', () => expect(copy('frame').sessions.map((one) => one.slug)).toEqual(['b-2']))
})

describe('whatever is moved', () => {
  const anyMoves = fc.array(anyMove, { minLength: 1, maxLength: 6 })

  test('taken back, the board is what it was, byte for byte; done again, what it became', () => {
    fc.assert(
      fc.property(anyProgrammeOnABoard, anyMoves, (board, moves) => {
        const planned = planMoves(board, moves, testFresh())
        if (planned.kind !== 'planned') return
        const back = applyToBoard(planned.board, invertAll(planned.changes))
        expect(back.kind === 'applied' && JSON.stringify(back.board)).toBe(JSON.stringify(board))
        const again = applyToBoard(board, planned.changes)
        expect(again.kind === 'applied' && JSON.stringify(again.board)).toBe(JSON.stringify(planned.board))
      }),
      { numRuns: 500 },
    )
  })

  test('no session is lost, and none is changed but for its place', () => {
    fc.assert(
      fc.property(anyProgrammeOnABoard, anyMoves, (board, moves) => {
        const planned = planMoves(board, moves, testFresh())
        if (planned.kind !== 'planned') return
        const present = new Map(planned.board.programme.sessions.map((session) => [session.id, session]))
        for (const session of board.programme.sessions) {
          const { day, startsAt, durationMinutes, roomId } = session
          expect({ ...present.get(session.id), day, startsAt, durationMinutes, roomId }).toEqual(session)
        }
      }),
    )
  })

  test('the changes say of each session where it was, and together they are as many as have moved', () => {
    fc.assert(
      fc.property(anyProgrammeOnABoard, anyMoves, (board, moves) => {
        const planned = planMoves(board, moves, testFresh())
        if (planned.kind !== 'planned') return
        const placed = condense(planned.changes).filter((change) => change.kind === 'placed')
        const before = new Map(board.programme.sessions.map((session) => [session.id, placementOf(board, session)]))
        if (planned.changes.some((change) => change.kind === 'added')) return
        for (const change of placed) expect(change.from).toEqual(before.get(change.sessionId))
        const moved = planned.board.programme.sessions.filter(
          (session) => JSON.stringify(placementOf(planned.board, session)) !== JSON.stringify(before.get(session.id)),
        )
        expect(placed.map((change) => change.sessionId).sort()).toEqual(moved.map((session) => session.id).sort())
      }),
    )
  })
})

test('what somebody else has moved since is not taken back, and nothing else either', () => {
  const mine = planMoves(two, [{ kind: 'park', sessionIds: ['a', 'b'] }], testFresh())
  if (mine.kind !== 'planned') throw new Error(mine.kind)
  const theirs = planMoves(mine.board, [{ kind: 'resize', sessionId: 'b', durationMinutes: 10 }], testFresh())
  if (theirs.kind !== 'planned') throw new Error(theirs.kind)
  expect(applyToBoard(theirs.board, invertAll(mine.changes))).toEqual({ kind: 'outdated', ids: ['b'] })
})
