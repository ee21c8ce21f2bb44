import { usualPace } from '@fachtag/core/modules/programme/circumstances/rules'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProgrammeOnABoard } from '../../../../../../packages/core/test/any-board.ts'
import { at, boardOf, day, slotAt } from '../../../../test/editor-board.ts'
import { columnsOf, layOutDay } from './layout.ts'

const lay = (board: ReturnType<typeof boardOf>, pace = usualPace) =>
  layOutDay(board, day, columnsOf(board, 'Ohne Raum'), pace)
const clock = (minutes: number) => wallTimeOf(minutes).slice(11)
const tell = (board: ReturnType<typeof boardOf>) =>
  lay(board).blocks.map(
    ({ session, start, end, column, lane, lanes }) =>
      `${session.id} ${clock(start)}-${clock(end)} ${column ?? 'all'} ${lane + 1}/${lanes}`,
  )

describe('the columns', () => {
  test('are the rooms in their order', () => {
    expect(columnsOf(boardOf([at('a', '09:00')]), 'Ohne Raum').map(({ name }) => name)).toEqual([
      'saal',
      'aula',
      'werkstatt',
    ])
  })
  test.each([
    ['something has a time and no room', [at('a', '09:00', { roomId: null })], true],
    ['what has no room is for everybody', [at('a', '09:00', { roomId: null, type: 'break' })], false],
    ['what has no room has no time either', [at('a', '09:00', { roomId: null, day: null, startsAt: null })], false],
  ])('where %s, there is one without a room: %s', (_, sessions, isThere) => {
    expect(columnsOf(boardOf(sessions), 'Ohne Raum').some(({ roomId }) => roomId === null)).toBe(isThere)
  })
  test('there is always one', () => {
    const board = boardOf([])
    expect(columnsOf({ ...board, programme: { ...board.programme, rooms: [] } }, 'Ohne Raum')).toEqual([
      { roomId: null, name: 'Ohne Raum', capacity: null },
    ])
  })
})

describe('a day', () => {
  test('has every session with a time in its room, by start', () => {
    const sessions = [at('b', '10:00', { roomId: 'werkstatt' }), at('a', '09:00'), at('c', '10:00')]
    expect(tell(boardOf(sessions))).toEqual(['a 09:00-09:45 0 1/1', 'c 10:00-10:45 0 1/1', 'b 10:00-10:45 2 1/1'])
  })
  test('has what runs at the same time in a room side by side, and what comes after alone again', () => {
    const sessions = [at('a', '09:00'), at('b', '09:30'), at('c', '09:45'), at('d', '10:30')]
    expect(tell(boardOf(sessions))).toEqual([
      'a 09:00-09:45 0 1/2',
      'b 09:30-10:15 0 2/2',
      'c 09:45-10:30 0 1/2',
      'd 10:30-11:15 0 1/1',
    ])
  })
  test('has breaks and plenaries over all rooms, and draws half an hour where nobody knows how long', () => {
    const sessions = [
      at('pause', '10:00', { type: 'break', roomId: null, durationMinutes: null }),
      at('p', '09:00', { isPlenary: true }),
    ]
    expect(tell(boardOf(sessions))).toEqual(['p 09:00-09:45 all 1/1', 'pause 10:00-10:30 all 1/1'])
  })
  test('leaves out other days, and has what begins after midnight', () => {
    const late = at('late', '00:00', { startsAt: '2031-11-06T00:30' })
    const next = at('next', '09:00', { day: '2031-11-06', startsAt: '2031-11-06T09:00' })
    expect(tell(boardOf([late, next]))).toEqual(['late 00:30-01:15 0 1/1'])
  })
  test('shows an hour before the first and after the last, in whole hours', () => {
    const { axis } = lay(boardOf([at('a', '07:20'), at('b', '18:10')]))
    expect([clock(axis.from), clock(axis.to)]).toEqual(['06:00', '20:00'])
  })
  test('reaches over the hours that the edition asks for, but not before midnight', () => {
    const pace = { ...usualPace, dayBegins: '00:15', dayEnds: '21:30' }
    const { axis } = lay(boardOf([]), pace)
    expect([clock(axis.from), clock(axis.to)]).toEqual(['00:00', '23:00'])
  })
  test('has a slot of all rooms in each of them, and one of a room there', () => {
    const slots = [slotAt('x', '09:00', 45, null), slotAt('y', '10:00', 30, 'aula')]
    const { slots: boxes } = lay(boardOf([], { slots }))
    expect(boxes.map(({ slot, column }) => `${slot.id} ${column}`)).toEqual(['x 0', 'x 1', 'x 2', 'y 1'])
  })
})

test('every session of a day has one block, within the axis, beside and not over others of its column', () => {
  fc.assert(
    fc.property(anyProgrammeOnABoard, (board) => {
      const { blocks, axis } = lay(board)
      const meant = board.programme.sessions.filter((one) => one.startsAt !== null && one.day === day)
      expect(blocks.map(({ session }) => session.id).sort()).toEqual(meant.map(({ id }) => id).sort())
      for (const one of blocks) {
        expect(one.start).toBe(wallMinutes(one.session.startsAt!))
        expect(one.start >= axis.from && one.end <= axis.to && one.lane < one.lanes).toBe(true)
        const clash = blocks.filter(
          (other) =>
            other !== one &&
            other.column === one.column &&
            other.start < one.end &&
            one.start < other.end &&
            (other.lane === one.lane || other.lanes !== one.lanes),
        )
        expect(clash).toEqual([])
      }
    }),
  )
})
