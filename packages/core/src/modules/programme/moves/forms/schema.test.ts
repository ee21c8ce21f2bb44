import { expect, test } from 'vitest'
import { movesInput } from '../schema.ts'
import { changeRoomForm, copyDayForm, layOutForm, shiftForm } from './schema.ts'

const day = '2031-11-05'

test.each([
  [
    layOutForm,
    {
      day,
      time: '09:00',
      roomIds: ['r'],
      pattern: [
        { kind: 'session', minutes: 45 },
        { kind: 'break', minutes: 15, title: 'Kaffee' },
      ],
    },
    {
      kind: 'lay-out',
      day,
      startsAt: `${day}T09:00`,
      roomIds: ['r'],
      pattern: [
        { kind: 'session', minutes: 45 },
        { kind: 'break', minutes: 15, title: 'Kaffee' },
      ],
    },
  ],
  [
    copyDayForm,
    { from: day, to: '2031-11-06', what: 'frame' },
    { kind: 'copy-day', from: day, to: '2031-11-06', what: 'frame' },
  ],
  [shiftForm, { day, minutes: -5 }, { kind: 'shift', day, from: `${day}T00:00`, minutes: -5 }],
  [
    shiftForm,
    { day, time: '10:30', minutes: 15, roomId: 'r' },
    { kind: 'shift', day, from: `${day}T10:30`, minutes: 15, roomId: 'r' },
  ],
  [changeRoomForm, { day, fromRoomId: 'r' }, { kind: 'change-room', day, fromRoomId: 'r', toRoomId: null }],
  [
    changeRoomForm,
    { day, fromRoomId: 'r', toRoomId: 'q', from: '09:00', until: '12:00' },
    { kind: 'change-room', day, fromRoomId: 'r', toRoomId: 'q', from: `${day}T09:00`, until: `${day}T12:00` },
  ],
])('a form becomes a move that can be sent (%#)', (schema, input, move) => {
  const parsed = schema.parse(input)
  expect(parsed).toEqual(move)
  expect(movesInput.parse({ moves: [parsed] }).moves).toEqual([move])
})

const opening = { kind: 'opening', minutes: 30 }
test.each([
  ['a frame without a title', layOutForm, { day, time: '09:00', roomIds: [], pattern: [opening] }, 'pattern.0.title'],
  [
    'slots without rooms',
    layOutForm,
    { day, time: '09:00', roomIds: [], pattern: [{ kind: 'session', minutes: 45 }] },
    'roomIds',
  ],
  ['no pattern', layOutForm, { day, time: '09:00', roomIds: ['r'], pattern: [] }, 'pattern'],
  ['a day onto itself', copyDayForm, { from: day, to: day, what: 'all' }, 'to'],
  ['by no time', shiftForm, { day, minutes: 0 }, 'minutes'],
  ['a room into itself', changeRoomForm, { day, fromRoomId: 'r', toRoomId: 'r' }, 'toRoomId'],
  [
    'until before from',
    changeRoomForm,
    { day, fromRoomId: 'r', toRoomId: 'q', from: '12:00', until: '09:00' },
    'until',
  ],
])('%s is said at its field', (_, schema, input, path) => {
  expect(schema.safeParse(input).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
