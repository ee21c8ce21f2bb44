import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, during, programmeOf, smallConference } from '../../test/small-conference.ts'
import { judgeConference } from '../checker/conference.ts'
import { Budget } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { madeUpConference } from './made-up.ts'
import { placementsOf } from './plan.ts'
import type { ConferenceProblem } from './problem.ts'

function construct(problem: ConferenceProblem, seed = 1, work = 5_000_000) {
  const programme = programmeOf(problem, {})
  const left = new Construction(programme, new Random(seed)).run(new Budget({ work }))
  const placements = placementsOf(programme)
  return {
    left: left.map((session) => problem.sessions[session]!.id),
    places: Object.fromEntries(placements.map(({ session, start, room }) => [session, `${start.slice(11)} ${room}`])),
    verdict: judgeConference(problem, placements),
  }
}

const three = {
  days: [{ ...during('09:00-12:00'), starts: ['09:00', '10:00', '11:00'].map(at) }],
  rooms: [{ id: 'den' }],
}

describe('the first placement', () => {
  test('leaves at home what is published and can stay', () => {
    const published = (time: string, room: string) => ({ published: { start: at(time), room } })
    const sessions = {
      a: published('10:00', 'den'),
      b: published('10:00', 'den'),
      c: published('11:00', 'hall'),
      d: {},
    }
    const { places, left } = construct(smallConference(sessions))
    expect(left).toEqual([])
    expect([places.a, places.b].filter((place) => place === '10:00 den')).toHaveLength(1)
    expect(places.c).toBe('11:00 hall')
  })

  test('does not leave at home what may no longer be there', () => {
    const sessions = {
      a: { published: { start: at('10:00'), room: 'den' }, seats: 20 },
      b: { published: { start: at('11:00'), room: 'den' }, starts: [at('09:00')] },
    }
    const { places } = construct(smallConference(sessions))
    expect([places.a?.endsWith('den'), places.b?.slice(0, 5)]).toEqual([false, '09:00'])
  })

  test('puts the bound where they must be, whatever the order of the problem', () => {
    const sessions = { a: {}, b: {}, c: { starts: [at('09:00')] } }
    for (let seed = 1; seed < 10; seed++) {
      expect(construct(smallConference(sessions, three), seed)).toMatchObject({ left: [], places: { c: '09:00 den' } })
    }
  })

  test('never leaves out what is fixed, not even for two others', () => {
    const sessions = {
      before: { published: { start: at('09:00'), room: 'den' }, starts: [at('09:00')] },
      beside: { starts: [at('11:00')], people: ['ada'] },
      fixed: { fixed: { start: at('11:00'), room: 'den' }, people: ['ada'] },
    }
    const problem = smallConference(sessions, { order: [{ before: 'fixed', after: 'before' }] })
    expect(construct(problem)).toMatchObject({ left: ['before', 'beside'], places: { fixed: '11:00 den' } })
  })

  test('moves others about until a full room holds all', () => {
    const sessions = {
      a: { starts: [at('09:00'), at('10:00')] },
      b: { starts: [at('10:00'), at('11:00')] },
      c: { starts: [at('09:00'), at('11:00')] },
    }
    for (let seed = 1; seed < 10; seed++) {
      expect(construct(smallConference(sessions, three), seed).left).toEqual([])
    }
  })

  test('names those that have no place at all, and still places the rest', () => {
    const sessions = { big: { seats: 999 }, long: { minutes: 999 }, a: {}, b: {} }
    const { left, verdict } = construct(smallConference(sessions))
    expect([left, verdict.violations]).toEqual([['big', 'long'], []])
  })

  test('leaves out one of two that are fixed to the same place', () => {
    const fixed = { fixed: { start: at('10:00'), room: 'den' } }
    const { left, verdict } = construct(smallConference({ a: fixed, b: fixed, c: {} }, three))
    expect([left.length, verdict.violations]).toEqual([1, []])
  })

  test('leaves out no more than must be when there are too many', () => {
    const sessions = { a: {}, b: {}, c: {}, d: {}, e: {} }
    const { left, places } = construct(smallConference(sessions, three))
    expect([left.length, Object.keys(places).length]).toEqual([2, 3])
  })
})

test('keeps every rule and names exactly what it left out, however little work it is given', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(1, 20_000, 2_000_000), (seed, work) => {
      const problem = madeUpConference({ sessions: 26, rooms: 3, days: 2, slotsPerDay: 4, attendees: 3 }, seed)
      const { left, verdict } = construct(problem, seed, work)
      expect(verdict.violations).toEqual([])
      expect(verdict.unplaced).toEqual(left)
    }),
    { numRuns: 25 },
  )
})
