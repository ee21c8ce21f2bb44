import { planMoves } from '@fachtag/core/modules/programme/moves/rules'
import type { Board, Move } from '@fachtag/core/modules/programme/moves/types'
import { isVariantMove, placesOf } from '@fachtag/core/modules/programme/variants/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard } from '../../../../../../packages/core/test/any-board.ts'
import { nothingNew } from './rebase.ts'
import { VariantSteps } from './variant-steps.ts'

function after(board: Board, moves: readonly Move[]): Board {
  const planned = planMoves(board, moves, nothingNew)
  return planned.kind === 'planned' ? planned.board : board
}

test('whatever was done, going back leads to where it began, and forth to where it ended', () => {
  const moves = fc.array(anyMove.filter(isVariantMove), { maxLength: 8 })
  fc.assert(
    fc.property(anyProgrammeOnABoard, moves, (board, done) => {
      const start: Board = { ...board, lockedIds: [] }
      const steps = new VariantSteps()
      const boards = [start]
      for (const move of done) {
        const next = after(boards.at(-1)!, [move])
        steps.did(boards.at(-1)!, next)
        boards.push(next)
      }
      let now = boards.at(-1)!
      let count = 0
      for (let back = steps.take('undo'); back; back = steps.take('undo')) {
        now = after(now, back)
        expect(placesOf(now.programme)).toEqual(placesOf(boards.at(-2 - count++)!.programme))
      }
      for (let forth = steps.take('redo'); forth; forth = steps.take('redo')) now = after(now, forth)
      expect(placesOf(now.programme)).toEqual(placesOf(boards.at(-1)!.programme))
      steps.forget()
      expect(steps.can).toEqual({ undo: false, redo: false })
    }),
    { numRuns: 200, seed: 1 },
  )
})
