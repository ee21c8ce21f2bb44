import { expect, test } from 'vitest'
import { madeUpConference } from '../conference/made-up.ts'
import { readConference } from './conference.ts'

const problem = madeUpConference({ sessions: 20, rooms: 6, days: 2, slotsPerDay: 5, attendees: 5 }, 1)

test('a conference with every kind of rule and wish is read as it is', () => {
  const written = {
    ...problem,
    gridMinutes: 5,
    inARow: 3,
    weights: { seats: 3, 'published-change': 0 },
    sessions: [{ ...problem.sessions[0], seats: 3, starts: [], rooms: [], plenary: true }],
  }
  expect(readConference(JSON.parse(JSON.stringify(written)))).toEqual(written)
})

test.each<[object, string]>([
  [{ days: undefined }, 'field-missing: field days'],
  [{ sessions: 5 }, 'field-no-list: field sessions, found 5'],
  [{ sessions: [null] }, 'field-no-object: field sessions[0], found null'],
  [{ sessions: [{ id: 'a' }] }, 'field-missing: field sessions[0].minutes'],
  [{ sessions: [{ id: 'a', minutes: '60' }] }, 'field-no-number: field sessions[0].minutes, found "60"'],
  [{ sessions: [{ id: 'a', minutes: 60, people: 'ada' }] }, 'field-no-list: field sessions[0].people, found "ada"'],
  [{ sessions: [{ id: 'a', minutes: 60, plenar: true }] }, 'field-unknown: field sessions[0].plenar'],
  [{ sessions: [{ id: 'a', minutes: 60, fixed: { start: 'x' } }] }, 'field-missing: field sessions[0].fixed.room'],
  [{ rooms: ['hall'] }, 'field-no-object: field rooms[0], found "hall"'],
  [{ bookmarks: [['a', 'b']] }, 'field-no-object: field bookmarks[0], found ["a","b"]'],
  [{ weights: { seat: 3 } }, 'field-unknown: field weights.seat'],
])('what is none is named: %j', (wrong, message) => {
  expect(() => readConference(JSON.parse(JSON.stringify({ ...problem, ...wrong })))).toThrow(message)
})
