import { expect, test } from 'vitest'
import { plannedSessions, planningInput } from '../../../../../test/planning.ts'
import { attendableShare, figuresOf } from './rules.ts'

const sessions = plannedSessions({ a: { at: '09:00 saal' }, b: { at: '09:30 raum' }, c: { at: '10:15 saal' }, d: {} })

test.each([
  ['nobody has marked anything', [], null],
  ['what follows each other', [{ sessions: ['a', 'c'], count: 1 }], 1],
  ['two at once', [{ sessions: ['a', 'b'], count: 1 }], 0.5],
  ['the best of three', [{ sessions: ['a', 'b', 'c'], count: 1 }], 2 / 3],
  ['without a time', [{ sessions: ['a', 'd'], count: 1 }], 0.5],
  [
    'many and few',
    [
      { sessions: ['a', 'b'], count: 3 },
      { sessions: ['c'], count: 4 },
    ],
    0.7,
  ],
  ['what is gone', [{ sessions: ['a', 'x'], count: 1 }], 1],
])('the share of marks that can be acted on: %s', (_, bookmarks, expected) => {
  expect(attendableShare(sessions, bookmarks)).toBe(expected)
})

test('a programme is compared with the draft and with what is published', () => {
  const draft = plannedSessions({
    a: { at: '09:00 saal', by: ['ada'] },
    b: { at: '09:00 raum', by: ['ada'] },
    c: {},
    p: { at: '10:00 saal', type: 'break' },
  })
  const input = planningInput(draft)
  const after = plannedSessions({
    a: { at: '09:00 saal', by: ['ada'] },
    b: { at: '11:00 raum', by: ['ada'] },
    c: { at: '11:00 saal' },
    p: { at: '10:00 saal', type: 'break' },
  })
  const programme = { ...input.board.programme, sessions: after }
  expect(figuresOf(input.board.programme, input)).toMatchObject({
    placed: 2,
    unplaced: 1,
    moved: 0,
    peopleInTwoPlaces: 1,
    warnings: { error: 1 },
  })
  expect(figuresOf(programme, { ...input, published: input.board.programme })).toMatchObject({
    placed: 3,
    unplaced: 0,
    moved: 2,
    movedPublished: 1,
    peopleInTwoPlaces: 0,
    attendable: null,
    warnings: { error: 0 },
  })
})
