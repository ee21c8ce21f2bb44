import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard, testFresh } from '../../../../test/any-board.ts'
import { someSession } from '../../../../test/programme.ts'
import { noCircumstances } from '../circumstances/rules.ts'
import { planMoves } from '../moves/rules.ts'
import type { Board } from '../moves/types.ts'
import { findWarnings } from '../warnings/rules.ts'
import { daysOf, withoutTexts } from './rules.ts'

const boardOf = (days: readonly (string | null)[], slots: readonly string[] = []): Board => ({
  programme: {
    timeZone: 'Europe/Berlin',
    tracks: [],
    rooms: [],
    sessions: days.map((day, n) => someSession({ id: `s${n}`, day, abstract: 'Ein langer Text' })),
  },
  slots: slots.map((day, n) => ({ id: `l${n}`, roomId: null, day, startsAt: `${day}T09:00`, durationMinutes: 30 })),
  lockedIds: [],
})

describe('the days of a grid', () => {
  test.each<[string, Board, readonly string[], readonly string[]]>([
    ['nothing is known', boardOf([null]), [], []],
    ['the edition has one', boardOf([]), ['2031-11-05'], ['2031-11-05']],
    [
      'the edition has a stretch',
      boardOf([]),
      ['2031-11-29', '2031-12-01'],
      ['2031-11-29', '2031-11-30', '2031-12-01'],
    ],
    [
      'sessions and slots lie beyond it',
      boardOf(['2031-11-07', '2031-11-05'], ['2031-11-04']),
      ['2031-11-05', '2031-11-05'],
      ['2031-11-04', '2031-11-05', '2031-11-07'],
    ],
    ['the dates are the wrong way round', boardOf(['2031-11-05']), ['2031-11-06', '2031-11-01'], ['2031-11-05']],
  ])('where %s', (_, board, dates, days) => expect(daysOf(board, dates)).toEqual(days))

  test('are never a whole year', () => {
    expect(daysOf(boardOf([]), ['2031-01-01', '2031-12-31'])).toHaveLength(14)
  })
})

test('a board without texts gives the same moves and the same warnings', () => {
  fc.assert(
    fc.property(anyProgrammeOnABoard, fc.array(anyMove, { maxLength: 3 }), (board, moves) => {
      const light = withoutTexts(board)
      const [full, short] = [planMoves(board, moves, testFresh()), planMoves(light, moves, testFresh())]
      expect(short.kind).toBe(full.kind)
      if (full.kind !== 'planned' || short.kind !== 'planned') return
      expect(short.board).toEqual(withoutTexts(full.board))
      const warnings = (one: Board) => findWarnings(one.programme, { ...noCircumstances, slots: one.slots })
      expect(warnings(short.board)).toEqual(warnings(full.board))
    }),
  )
})
