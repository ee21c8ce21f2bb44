import { describe, expect, test } from 'vitest'
import { testFresh } from '../../../../../test/any-board.ts'
import { applyToBoard, invertAll } from '../board/rules.ts'
import { planMoves } from '../rules.ts'
import type { Board } from '../types.ts'

const day = '2031-11-05'
const slot = (id: string) => ({ id, roomId: null, day, startsAt: `${day}T09:00`, durationMinutes: 45 })
const board: Board = {
  programme: { timeZone: 'Europe/Berlin', tracks: [], rooms: [], sessions: [] },
  slots: [slot('a'), slot('b'), slot('c')],
  lockedIds: [],
}
const plan = (...slotIds: string[]) => planMoves(board, [{ kind: 'remove-slots', slotIds }], testFresh())

describe('slots', () => {
  test('are taken away, each once, and come back when that is taken back', () => {
    const planned = plan('a', 'c', 'a')
    if (planned.kind !== 'planned') throw new Error(planned.kind)
    expect(planned.board.slots).toEqual([slot('b')])
    expect(planned.changes).toHaveLength(2)
    expect(applyToBoard(planned.board, invertAll(planned.changes))).toEqual({ kind: 'applied', board })
  })

  test('that are not there are named, and none is taken away', () => {
    expect(plan('a', 'x')).toEqual({ kind: 'unknown', ids: ['x'] })
  })
})
