import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, during, programmeOf, smallConference } from '../../test/small-conference.ts'
import { judgeConference } from '../checker/conference.ts'
import { Budget } from '../search/budget.ts'
import { shortestChain } from './displacement.ts'
import { madeUpConference } from './made-up.ts'
import { placementsOf } from './plan.ts'
import type { ConferenceProblem } from './problem.ts'
import type { Programme } from './programme.ts'

const bytes = (programme: Programme): string =>
  [programme.position, programme.room, programme.occupant].map((array) => array.join()).join('/') +
  programme.stateDigest()

const plenty = 1e9

function displaceFor(problem: ConferenceProblem, places: Record<string, string>, session: string, most = plenty) {
  const budget = new Budget({ work: most })
  const programme = programmeOf(problem, places)
  const before = bytes(programme)
  shortestChain(programme, programme.instance.sessionIndex.get(session)!, budget)
  const stands = Object.fromEntries(
    placementsOf(programme).map((one) => [one.session, `${one.start.slice(11)} ${one.room}`]),
  )
  expect(judgeConference(problem, placementsOf(programme)).violations).toEqual([])
  return { stands, work: budget.spent, isUnchanged: bytes(programme) === before }
}

const noon = during('09:00-12:00')
const oneRoom = { rooms: [{ id: 'den' }], days: [{ ...noon, starts: ['09:00', '10:00', '11:00'].map(at) }] }
const only = (...starts: string[]) => ({ starts: starts.map(at) })

describe('the shortest chain', () => {
  test('is a free place where there is one', () => {
    const { stands } = displaceFor(smallConference({ a: {}, x: only('10:00') }, oneRoom), { a: '09:00 den' }, 'x')
    expect(stands).toEqual({ a: '09:00 den', x: '10:00 den' })
  })

  test('sends the one that holds the place to a free one', () => {
    const { stands } = displaceFor(smallConference({ a: {}, x: only('09:00') }, oneRoom), { a: '09:00 den' }, 'x')
    expect(stands.x).toBe('09:00 den')
    expect(['10:00 den', '11:00 den']).toContain(stands.a)
  })

  test('goes on: one takes the place of another, that one of a third', () => {
    const problem = smallConference({ a: only('09:00', '10:00'), b: only('10:00', '11:00'), x: only('09:00') }, oneRoom)
    const { stands } = displaceFor(problem, { a: '09:00 den', b: '10:00 den' }, 'x')
    expect(stands).toEqual({ a: '10:00 den', b: '11:00 den', x: '09:00 den' })
  })

  test('does not displace what is fixed', () => {
    const fixed = { fixed: { start: at('09:00'), room: 'den' } }
    const { isUnchanged } = displaceFor(
      smallConference({ a: fixed, x: only('09:00') }, oneRoom),
      { a: '09:00 den' },
      'x',
    )
    expect(isUnchanged).toBe(true)
  })

  test('does not displace two for one', () => {
    const problem = smallConference({ a: {}, b: {}, x: { minutes: 120, ...only('09:00') } }, oneRoom)
    expect(displaceFor(problem, { a: '09:00 den', b: '10:00 den' }, 'x').isUnchanged).toBe(true)
  })

  test('displaces somebody who is needed in both', () => {
    const people = { people: ['ada'] }
    const problem = smallConference(
      { a: people, x: { ...people, ...only('09:00'), rooms: ['hall'] } },
      { days: oneRoom.days },
    )
    const { stands } = displaceFor(problem, { a: '09:00 den' }, 'x')
    expect([stands.x, stands.a?.startsWith('09:00')]).toEqual(['09:00 hall', false])
  })

  test('leaves everything as it was when there is none, and says what looking took', () => {
    const full = smallConference({ a: {}, b: {}, c: {}, x: {} }, oneRoom)
    const { isUnchanged, work } = displaceFor(full, { a: '09:00 den', b: '10:00 den', c: '11:00 den' }, 'x')
    expect(isUnchanged).toBe(true)
    expect(work).toBeGreaterThan(0)
  })

  test('is given up when the budget ends, with everything as it was', () => {
    const days = [{ ...during('09:00-18:00') }]
    const sessions = Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`s${i}`, {}]))
    const places = Object.fromEntries(
      Array.from({ length: 27 }, (_, i) => [
        `s${i}`,
        `${String(9 + (i % 9)).padStart(2, '0')}:00 ${['den', 'room', 'hall'][Math.floor(i / 9)]}`,
      ]),
    )
    const problem = smallConference({ ...sessions, x: {} }, { days, gridMinutes: 1 })
    const whole = displaceFor(problem, places, 'x')
    const part = displaceFor(problem, places, 'x', 20_000)
    expect([whole.isUnchanged, part.isUnchanged]).toEqual([true, true])
    expect(part.work).toBeLessThan(whole.work / 4)
  })
})

test('in any programme it places the session or changes no byte, and never breaks a rule or drops another session', () => {
  const outcomes = { placed: 0, unchanged: 0 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const problem = madeUpConference({ sessions: 24, rooms: 3, days: 2, slotsPerDay: 4, attendees: 4 }, seed)
      const programme = programmeOf(problem, {})
      for (let session = 0; session < problem.sessions.length; session++) {
        const before = bytes(programme)
        const standing = placementsOf(programme).length
        shortestChain(programme, session, new Budget({ work: plenty }))
        const isPlaced = programme.position[session] !== -1
        outcomes[isPlaced ? 'placed' : 'unchanged']++
        if (!isPlaced) expect(bytes(programme)).toBe(before)
        expect(placementsOf(programme).length).toBe(standing + Number(isPlaced))
        expect(judgeConference(problem, placementsOf(programme)).violations).toEqual([])
      }
    }),
    { numRuns: 25, seed: 1 },
  )
  expect(outcomes.placed).toBeGreaterThan(200)
  expect(outcomes.unchanged).toBeGreaterThan(10)
})
