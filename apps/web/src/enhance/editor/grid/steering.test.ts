import { usualPace } from '@fachtag/core/modules/programme/circumstances/rules'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProgrammeOnABoard } from '../../../../../../packages/core/test/any-board.ts'
import { at, boardOf, day, slotAt } from '../../../../test/editor-board.ts'
import { columnsOf, layOutDay } from './layout.ts'
import { type Direction, directionOf, firstFree, firstOf, lastOf, neighbour, steer, stretch } from './steering.ts'
import type { Target } from './types.ts'

const lay = (board: ReturnType<typeof boardOf>) => layOutDay(board, day, columnsOf(board, 'Ohne Raum'), usualPace)
const directions: readonly Direction[] = ['up', 'down', 'left', 'right']

describe('arrow keys', () => {
  const layout = lay(
    boardOf([
      at('a1', '09:00'),
      at('a2', '10:00'),
      at('b1', '09:30', { roomId: 'aula' }),
      at('pause', '11:00', { type: 'break', roomId: null }),
      at('c1', '11:30', { roomId: 'werkstatt' }),
    ]),
  )
  test.each<[string, number, Direction, string | null]>([
    ['a1', 0, 'down', 'a2'],
    ['a2', 0, 'down', 'pause'],
    ['a2', 0, 'up', 'a1'],
    ['a1', 0, 'up', null],
    ['a1', 0, 'left', null],
    ['a1', 0, 'right', 'b1'],
    ['b1', 1, 'left', 'a1'],
    ['b1', 1, 'right', 'c1'],
    ['b1', 1, 'down', 'pause'],
    ['pause', 1, 'up', 'b1'],
    ['pause', 2, 'down', 'c1'],
    ['pause', 0, 'down', null],
    ['pause', 0, 'right', 'b1'],
    ['c1', 2, 'right', null],
    ['nobody', 0, 'down', 'a1'],
  ])('from %s in column %d %s to %s', (id, column, direction, to) => {
    expect(neighbour(layout, { id, column }, direction)?.id ?? null).toBe(to)
  })
  test('lead from the first to the last', () => {
    expect([firstOf(layout)?.id, lastOf(layout)?.id]).toEqual(['a1', 'c1'])
    expect([firstOf(lay(boardOf([]))), lastOf(lay(boardOf([])))]).toEqual([null, null])
  })
  test.each([
    ['ArrowUp', 'up'],
    ['ArrowRight', 'right'],
    ['Enter', undefined],
    ['toString', undefined],
  ])('%s means %s', (key, direction) => expect(directionOf(key)).toBe(direction))
})

test('every block of a day can be reached by arrow keys from its first', () => {
  fc.assert(
    fc.property(anyProgrammeOnABoard, (board) => {
      const layout = lay(board)
      const first = firstOf(layout)
      const seen = new Map(first ? [[`${first.id} ${first.column}`, first]] : [])
      for (const focus of seen.values())
        for (const direction of directions) {
          const next = neighbour(layout, focus, direction)
          if (next) seen.set(`${next.id} ${next.column}`, next)
        }
      const reached = new Set([...seen.values()].map(({ id }) => id))
      expect(reached.size).toBe(layout.blocks.length)
    }),
  )
})

describe('what is carried', () => {
  const slots = [slotAt('x', '09:00', 45), slotAt('y', '10:00', 45), slotAt('z', '09:30', 30, 'aula')]
  const layout = lay(boardOf([at('a', '09:00')], { slots }))
  const target = (time: string, roomId = 'saal') => ({ day, start: wallMinutes(`${day}T${time}`), minutes: 45, roomId })
  const tell = ({ start, roomId }: { start: number; roomId: string | null }) =>
    `${wallTimeOf(start).slice(11)} ${roomId}`

  test.each<[string, string, Direction, boolean, string]>([
    ['09:00', 'saal', 'down', false, '10:00 saal'],
    ['09:20', 'saal', 'up', false, '09:00 saal'],
    ['10:00', 'saal', 'down', false, '10:05 saal'],
    ['09:00', 'saal', 'down', true, '09:05 saal'],
    ['09:03', 'saal', 'up', true, '09:00 saal'],
    ['09:03', 'saal', 'down', true, '09:05 saal'],
    ['09:00', 'werkstatt', 'down', false, '09:05 werkstatt'],
    ['09:00', 'saal', 'right', false, '09:00 aula'],
    ['09:00', 'saal', 'left', false, '09:00 saal'],
    ['09:00', 'werkstatt', 'right', false, '09:00 werkstatt'],
    ['08:00', 'werkstatt', 'up', true, '08:00 werkstatt'],
  ])('from %s %s goes %s (fine: %s) to %s', (time, roomId, direction, isFine, to) => {
    expect(tell(steer(layout, target(time, roomId), direction, isFine))).toBe(to)
  })

  test('never leaves the day or the rooms', () => {
    const anyWay = fc.array(fc.tuple(fc.constantFrom(...directions), fc.boolean()), { maxLength: 300 })
    fc.assert(
      fc.property(anyWay, (way) => {
        const end = way.reduce<Target>(
          (at, [direction, isFine]) => steer(layout, at, direction, isFine),
          target('09:00'),
        )
        expect(end.start >= layout.axis.from && end.start < layout.axis.to).toBe(true)
        expect(layout.columns.some(({ roomId }) => roomId === end.roomId)).toBe(true)
      }),
    )
  })

  test('is first offered the first slot that nothing is in', () => {
    expect(tell(firstFree(layout, 45))).toBe('09:30 aula')
    expect(tell(firstFree(lay(boardOf([])), 45))).toBe('09:00 saal')
    const full = lay(boardOf([at('p', '09:00', { isPlenary: true })], { slots: [slotAt('x', '09:00', 45)] }))
    expect(tell(firstFree(full, 45))).toBe('09:00 saal')
  })

  test.each([
    [45, 'down', 50],
    [45, 'up', 40],
    [47, 'up', 45],
    [47, 'down', 50],
    [5, 'up', 5],
    [1440, 'down', 1440],
  ] as const)('of %d minutes goes %s to %d', (minutes, direction, to) => expect(stretch(minutes, direction)).toBe(to))
})
