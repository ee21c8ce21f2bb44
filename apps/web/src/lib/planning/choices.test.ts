import { expect, test } from 'vitest'
import { findLosable, lossesByKind, lossFields } from './choices.ts'

const days = [{ day: '2031-11-05', name: 'Mittwoch' }]
type Sessions = Parameters<typeof findLosable>[0]['sessions']

function sessionsOf(...appearances: readonly object[]): Sessions {
  return [{ appearances }] as unknown as Sessions
}

test('who is planned to appear, rooms and days can be lost; each once, people and rooms by name', () => {
  const sessions = sessionsOf(
    { personId: 'p2', name: 'Öztürk', state: 'planned' },
    { personId: 'p1', name: 'Oberle', state: 'planned' },
    { personId: 'p1', name: 'Oberle', state: 'planned' },
    { personId: 'p3', name: 'Ahrens', state: 'cancelled' },
    { personId: null, name: 'Team', state: 'planned' },
  )
  const rooms = [
    { id: 'r2', name: 'Saal' },
    { id: 'r1', name: 'Foyer' },
  ] as unknown as Parameters<typeof findLosable>[0]['rooms']
  expect(lossesByKind(findLosable({ sessions, rooms }, days, 'de'))).toEqual([
    {
      kind: 'person',
      choices: [
        { id: 'p1', name: 'Oberle' },
        { id: 'p2', name: 'Öztürk' },
      ],
    },
    {
      kind: 'room',
      choices: [
        { id: 'r1', name: 'Foyer' },
        { id: 'r2', name: 'Saal' },
      ],
    },
    { kind: 'day', choices: [{ id: '2031-11-05', name: 'Mittwoch' }] },
  ])
})

test('kinds of which there is nothing are left out', () => {
  expect(lossesByKind(findLosable({ sessions: [], rooms: [] }, [], 'de'))).toEqual([])
})

test.each([
  ['person', { task: 'replan', loss: 'person', person: 'x' }],
  ['room', { task: 'replan', loss: 'room', room: 'x' }],
  ['day', { task: 'replan', loss: 'day', when: 'x' }],
] as const)('a lost %s is named as the form of the page names it', (kind, fields) => {
  expect(lossFields(kind, 'x')).toEqual(fields)
})
