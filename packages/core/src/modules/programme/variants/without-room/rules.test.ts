import { expect, test } from 'vitest'
import { someSession } from '../../../../../test/programme.ts'
import { clearRoom } from './rules.ts'

const [monday, tuesday] = ['2031-11-03', '2031-11-04']
const session = (id: string, day: string | null, roomId: string | null, more: object = {}) =>
  someSession({ id, day, startsAt: day && `${day}T09:00`, roomId, ...more })
const programme = {
  sessions: [
    session('a', monday, 'saal'),
    session('b', tuesday, 'saal'),
    session('c', monday, 'aula'),
    session('d', monday, 'saal', { state: 'cancelled' }),
    session('e', null, 'saal'),
  ],
}
const place = (sessionId: string, day: string, roomId: string) => {
  return { kind: 'place', sessionId, day, startsAt: `${day}T09:00`, roomId }
}

test.each([
  ['parks what is there on a day', monday, null, [{ kind: 'park', sessionIds: ['a'] }]],
  ['parks what is there on any day', null, null, [{ kind: 'park', sessionIds: ['a', 'b', 'e'] }]],
  ['moves what is there on a day', tuesday, 'aula', [place('b', tuesday, 'aula')]],
  [
    'moves what is there and has a time on any day',
    null,
    'aula',
    [place('a', monday, 'aula'), place('b', tuesday, 'aula')],
  ],
  ['has nothing to do on a day on which nothing is there', '2031-11-05', 'aula', []],
])('%s', (_, day, toRoomId, moves) => {
  expect(clearRoom(programme, { roomId: 'saal', day, toRoomId })).toEqual(moves)
})

test('a room in which nothing is', () => {
  expect(clearRoom(programme, { roomId: 'foyer', day: null, toRoomId: null })).toEqual([])
})
