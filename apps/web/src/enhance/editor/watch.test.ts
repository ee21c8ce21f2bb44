import { noCircumstances } from '@fachtag/core/modules/programme/circumstances/rules'
import { planMoves } from '@fachtag/core/modules/programme/moves/rules'
import { fingerprintOf } from '@fachtag/core/modules/programme/warnings/acceptance/rules'
import { findWarnings } from '@fachtag/core/modules/programme/warnings/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMove, anyProgrammeOnABoard, testFresh } from '../../../../../packages/core/test/any-board.ts'
import { anySessionOf } from '../../../../../packages/core/test/any-programme.ts'
import { at, boardOf, slotAt } from '../../../test/editor-board.ts'
import { byRank, sortOut, Watch } from './watch.ts'

const whole = (board: ReturnType<typeof boardOf>) =>
  findWarnings(board.programme, { ...noCircumstances, slots: board.slots })

describe('the warnings that the editor shows', () => {
  test('are those of the whole programme after every move, whatever was considered between', () => {
    fc.assert(
      fc.property(
        anyProgrammeOnABoard,
        fc.array(fc.tuple(anyMove, fc.constantFrom('s0', 's1', 's2').chain(anySessionOf)), { maxLength: 8 }),
        (board, steps) => {
          const watch = new Watch(board, noCircumstances)
          let current = board
          const fresh = testFresh()
          for (const [move, considered] of steps) {
            if (current.programme.sessions.some(({ id }) => id === considered.id)) watch.consider(considered)
            const planned = planMoves(current, [move], fresh)
            if (planned.kind === 'planned') current = planned.board
            expect(watch.follow(current)).toEqual(whole(current))
          }
        },
      ),
    )
  })

  test('follow slots that come and go', () => {
    const [bare, laid] = [
      boardOf([at('a', '09:00')]),
      boardOf([at('a', '09:00')], { slots: [slotAt('x', '09:00', 30)] }),
    ]
    const watch = new Watch(bare, noCircumstances)
    expect(watch.follow(laid).map(({ kind }) => kind)).toEqual(['longer-than-slot'])
    expect(watch.follow(bare)).toEqual([])
  })
})

describe('a place that is considered', () => {
  const board = boardOf([at('a', '09:00'), at('b', '10:00', { type: 'panel' })])
  test('has the warnings that come with it, the worst first', () => {
    const watch = new Watch(board, noCircumstances)
    const there = watch.consider(at('b', '09:15', { type: 'panel' }))
    expect(there.map(({ kind }) => kind)).toEqual(['room-taken-twice', 'moderator-missing'])
    expect(watch.consider(at('b', '11:00', { type: 'panel' })).map(({ kind }) => kind)).toEqual(['moderator-missing'])
  })
  test('is forgotten when it is settled, or another session is considered', () => {
    const watch = new Watch(board, noCircumstances)
    watch.consider(at('a', '10:00'))
    watch.consider(at('b', '09:00'))
    watch.settle()
    watch.settle()
    expect(watch.follow(board)).toEqual(whole(board))
  })
})

describe('sorted out', () => {
  const board = boardOf([at('a', '09:00', { type: 'panel' }), at('b', '09:15')])
  const found = whole(board)
  test('each session has the mark of its worst open warning', () => {
    const { open, accepted, worst } = sortOut(found, [])
    expect([open.length, accepted.length]).toEqual([found.length, 0])
    expect([worst.get('a'), worst.get('b'), worst.get('c')]).toEqual(['error', 'error', undefined])
  })
  test('what was accepted as it is marks nothing', () => {
    const taken = found.find(({ kind }) => kind === 'room-taken-twice')!
    const acceptance = { key: taken.key, reason: 'geht', accountId: null, acceptedAt: '2031-11-01T08:00:00Z' }
    const { open, accepted, worst } = sortOut(found, [{ ...acceptance, fingerprint: fingerprintOf(taken) }])
    expect(accepted.map(({ warning }) => warning.kind)).toEqual(['room-taken-twice'])
    expect(open.map(({ warning }) => warning.kind)).not.toContain('room-taken-twice')
    expect(worst.get('b')).toBeUndefined()
    expect(sortOut(found, [{ ...acceptance, fingerprint: '{}' }]).accepted).toEqual([])
  })
  test('errors come first and hints last', () => {
    const severities = byRank(found).map(({ severity }) => severity)
    expect(severities).toEqual(severities.toSorted((x, y) => 'ewh'.indexOf(x[0]!) - 'ewh'.indexOf(y[0]!)))
  })
})
