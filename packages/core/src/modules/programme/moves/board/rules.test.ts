import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard, testFresh } from '../../../../../test/any-board.ts'
import { someSession } from '../../../../../test/programme.ts'
import type { Slot } from '../../circumstances/types.ts'
import { planMoves } from '../rules.ts'
import type { Board, BoardChange, Placement } from '../types.ts'
import { applyToBoard, condense, invert, invertAll, isSamePlacement, placementOf, subjectOf } from './rules.ts'

const day = '2031-11-05'
const room = { id: 'r', slug: 'r', name: 'R', capacity: null, position: 0 }
const [a, b, c] = ['a', 'b', 'c'].map((id) => someSession({ id })) as [
  ReturnType<typeof someSession>,
  ReturnType<typeof someSession>,
  ReturnType<typeof someSession>,
]
const slot: Slot = { id: 'l', roomId: 'r', day, startsAt: `${day}T09:00`, durationMinutes: 45 }
const board: Board = {
  programme: { timeZone: 'Europe/Berlin', tracks: [], rooms: [room], sessions: [a, c] },
  slots: [slot],
  lockedIds: [],
}
const parked: Placement = { day: null, startsAt: null, durationMinutes: null, roomId: null, isLocked: false }
const placed: Placement = { day, startsAt: `${day}T09:00`, durationMinutes: 45, roomId: 'r', isLocked: false }
const toPlace = (sessionId: string, from = parked, to = placed): BoardChange => ({
  kind: 'placed',
  sessionId,
  from,
  to,
})
const added = (session = b, isLocked = false): BoardChange => ({ kind: 'added', session, isLocked })
const removed = (session = a): BoardChange => ({ kind: 'removed', session, isLocked: false })

const after = (...changes: BoardChange[]) => {
  const applied = applyToBoard(board, changes)
  if (applied.kind !== 'applied') throw new Error(applied.ids.join())
  return applied.board
}

describe('a change is applied', () => {
  test('to where a session is', () => {
    const [session] = after(toPlace('a')).programme.sessions
    expect(session).toEqual({ ...a, day, startsAt: `${day}T09:00`, durationMinutes: 45, roomId: 'r' })
  })

  test('to the locks, which stay in order', () => {
    const lock = (id: string) => toPlace(id, parked, { ...parked, isLocked: true })
    expect(after(lock('c'), lock('a')).lockedIds).toEqual(['a', 'c'])
    expect(after(lock('c'), invert(lock('c'))).lockedIds).toEqual([])
  })

  test('to which sessions there are, in the order of their ids', () => {
    expect(after(added()).programme.sessions.map((session) => session.id)).toEqual(['a', 'b', 'c'])
    expect(after(removed()).programme.sessions.map((session) => session.id)).toEqual(['c'])
    expect(after(added(b, true)).lockedIds).toEqual(['b'])
    expect(after(added(b, true), { kind: 'removed', session: b, isLocked: true }).lockedIds).toEqual([])
  })

  test('to the slots, in the order of their ids', () => {
    const early = { ...slot, id: 'k' }
    expect(after({ kind: 'slot-added', slot: early }).slots).toEqual([early, slot])
    expect(after({ kind: 'slot-removed', slot }).slots).toEqual([])
  })
})

describe('a change is refused, and with it all others,', () => {
  const lost: Placement = { ...placed, roomId: 'gone' }
  test.each<readonly [string, BoardChange]>([
    ['when the session is not there', toPlace('x')],
    ['when it is elsewhere', toPlace('a', placed, parked)],
    ['when it is locked by now', toPlace('a', { ...parked, isLocked: true }, placed)],
    ['when the room has gone', toPlace('a', parked, lost)],
    ['when the session to be added is there', added(a)],
    ['when the session to be added would be in a room that has gone', added({ ...b, roomId: 'gone' })],
    ['when the session to be removed is not there', removed(b)],
    ['when the session to be removed has been moved', removed({ ...a, startsAt: `${day}T09:00` })],
    ['when the slot to be added is there', { kind: 'slot-added', slot }],
    [
      'when the slot to be added would be in a room that has gone',
      { kind: 'slot-added', slot: { ...slot, id: 'n', roomId: 'gone' } },
    ],
    ['when the slot to be removed is not there', { kind: 'slot-removed', slot: { ...slot, id: 'n' } }],
  ])('%s', (_, change) => {
    const outcome = applyToBoard(board, [toPlace('c'), change])
    expect(outcome).toEqual({ kind: 'outdated', ids: [subjectOf(change)] })
  })
})

describe('condense', () => {
  const later: Placement = { ...placed, startsAt: `${day}T10:00` }

  test('makes one change of several of one session', () => {
    expect(condense([toPlace('a'), toPlace('c'), toPlace('a', placed, later)])).toEqual([
      toPlace('a', parked, later),
      toPlace('c'),
    ])
  })

  test('leaves out what ends where it began', () => {
    expect(condense([toPlace('a'), toPlace('a', placed, parked)])).toEqual([])
  })

  test('keeps the order where a session is added and moved', () => {
    const changes = [added(), toPlace('b')]
    expect(condense(changes)).toEqual(changes)
  })
})

test('what is inverted twice is what it was', () => {
  const all = [
    toPlace('a'),
    added(),
    removed(),
    { kind: 'slot-added', slot } as const,
    { kind: 'slot-removed', slot } as const,
  ]
  expect(invertAll(invertAll(all))).toEqual(all)
})

test('a placement is the same only when all of it is', () => {
  const others: Placement[] = [
    { ...placed, day: '2031-11-06' },
    { ...placed, startsAt: `${day}T09:05` },
    { ...placed, durationMinutes: 50 },
    { ...placed, roomId: null },
    { ...placed, isLocked: true },
  ]
  expect(others.filter((other) => isSamePlacement(placed, other))).toEqual([])
  expect(isSamePlacement(placed, { ...placed })).toBe(true)
})

test('condensed or not, changes lead to the same board', () => {
  fc.assert(
    fc.property(anyProgrammeOnABoard, fc.array(anyMove, { minLength: 2, maxLength: 5 }), (start, moves) => {
      const single: BoardChange[] = []
      let current = start
      for (const move of moves) {
        const planned = planMoves(current, [move], testFresh())
        if (planned.kind !== 'planned' || planned.changes.some((change) => change.kind !== 'placed')) continue
        single.push(...planned.changes)
        current = planned.board
      }
      const applied = applyToBoard(start, condense(single))
      expect(applied).toEqual({ kind: 'applied', board: current })
      for (const session of start.programme.sessions) {
        const known = current.programme.sessions.find((one) => one.id === session.id)!
        expect(placementOf(current, known).isLocked).toBe(current.lockedIds.includes(session.id))
      }
    }),
  )
})
