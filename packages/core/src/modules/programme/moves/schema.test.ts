import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMove } from '../../../../test/any-board.ts'
import { movesInput } from './schema.ts'
import type { Move } from './types.ts'

const isMove = (move: object) => movesInput.safeParse({ moves: [move] }).success

test('every move that the rules know can be sent', () => {
  fc.assert(
    fc.property(anyMove, (move) => {
      expect(isMove(JSON.parse(JSON.stringify(move)))).toBe(true)
    }),
  )
})

const place: Move = { kind: 'place', sessionId: 'a', day: '2031-11-05', startsAt: '2031-11-05T09:00', roomId: null }
test.each([
  ['of a kind that is none', { ...place, kind: 'vanish' }],
  ['to a time without a day', { ...place, startsAt: '09:00' }],
  ['to a day that does not exist', { ...place, day: '2031-02-30' }],
  ['for no time at all', { ...place, durationMinutes: 0 }],
  ['with something else in it', { ...place, title: 'x' }],
  ['of nothing', { kind: 'park', sessionIds: [] }],
  ['of half a minute', { kind: 'resize', sessionId: 'a', durationMinutes: 0.5 }],
])('a move %s is refused', (_, move) => expect(isMove(move)).toBe(false))

test('nothing to do is nothing to send', () => expect(movesInput.safeParse({ moves: [] }).success).toBe(false))
