import { describe, expect, test } from 'vitest'
import { smallConference } from '../../test/small-conference.ts'
import { type PairRules, pairAllows, pairRules, sessionsByPerson } from './pair-rules.ts'
import type { ConferenceProblem } from './problem.ts'

/** The rules between each two sessions, as `a-b reason`, with what the pair asks for. */
function pairsOf(problem: ConferenceProblem) {
  const rules = pairRules(problem)
  const name = (index: number) => problem.sessions[index]!.id
  return problem.sessions.flatMap((session, a) =>
    Array.from({ length: rules.start[a + 1]! - rules.start[a]! }, (_, i) => {
      const k = rules.start[a]! + i
      const first = ['either', session.id, name(rules.items[k]!)][rules.direction[k]!]
      return { pair: `${session.id}-${name(rules.items[k]!)}`, reason: rules.reason[k], first, gap: rules.gap[k] }
    }),
  )
}

describe('who binds whom', () => {
  test('nobody, without people, order and plenaries', () => {
    expect(pairsOf(smallConference({ a: {}, b: {} }))).toEqual([])
  })

  test('people bind their sessions, in whatever role and named however often', () => {
    const problem = smallConference({
      a: { people: ['ada', 'ada'] },
      b: { people: ['bob', 'ada'] },
      c: { people: ['bob'] },
    })
    expect(pairsOf(problem)).toEqual([
      { pair: 'a-b', reason: 'person', first: 'either', gap: 0 },
      { pair: 'b-a', reason: 'person', first: 'either', gap: 0 },
      { pair: 'b-c', reason: 'person', first: 'either', gap: 0 },
      { pair: 'c-b', reason: 'person', first: 'either', gap: 0 },
    ])
  })

  test('an order binds from both sides', () => {
    expect(
      pairsOf(smallConference({ a: {}, b: {} }, { order: [{ before: 'b', after: 'a', gapMinutes: 15 }] })),
    ).toEqual([
      { pair: 'a-b', reason: 'order', first: 'b', gap: 15 },
      { pair: 'b-a', reason: 'order', first: 'b', gap: 15 },
    ])
  })

  test('a plenary binds everybody, two of them each other once', () => {
    const pairs = pairsOf(smallConference({ a: { plenary: true }, b: {}, c: { plenary: true } }))
    expect(pairs.map(({ pair }) => pair).sort()).toEqual(['a-b', 'a-c', 'b-a', 'b-c', 'c-a', 'c-b'])
    expect(new Set(pairs.map(({ reason }) => reason))).toEqual(new Set(['plenary']))
  })

  test('an order stays an order where people bind the two as well, and the longer pause counts', () => {
    const problem = smallConference(
      { a: { people: ['ada'] }, b: { people: ['ada'] } },
      {
        order: [
          { before: 'a', after: 'b', gapMinutes: 5 },
          { before: 'a', after: 'b', gapMinutes: 30 },
        ],
      },
    )
    expect(pairsOf(problem)).toEqual([
      { pair: 'a-b', reason: 'order', first: 'a', gap: 30 },
      { pair: 'b-a', reason: 'order', first: 'a', gap: 30 },
    ])
  })
})

test('the sessions of each person, in the order of the problem', () => {
  const problem = smallConference({ a: { people: ['ada'] }, b: {}, c: { people: ['bob', 'ada', 'ada'] } })
  expect([...sessionsByPerson(problem)]).toEqual([
    ['ada', [0, 2]],
    ['bob', [2]],
  ])
})

describe('what a pair allows', () => {
  const sites = {
    rooms: [
      { id: 'den', site: 'house' },
      { id: 'hall', site: 'house' },
      { id: 'barn', site: 'annexe' },
    ],
    travelMinutes: 10,
  }
  const people = { a: { people: ['ada'] }, b: { people: ['ada'] } }
  const [den, hall, barn] = [0, 1, 2]
  const allowed = (rules: PairRules, start: number, room: number, otherStart: number, otherRoom: number) =>
    pairAllows(rules, rules.start[0]!, start, 60, room, otherStart, 60, otherRoom)

  test.each([
    ['the same time', 600, den, 600, hall, false],
    ['a minute in common', 600, den, 659, hall, false],
    ['one straight after the other', 600, den, 660, hall, true],
    ['the other one first', 660, den, 600, den, true],
    ['a walk in no time', 600, den, 660, barn, false],
    ['a walk in nine minutes', 600, den, 669, barn, false],
    ['a walk in ten', 600, den, 670, barn, true],
    ['the walk back in nine', 669, barn, 600, hall, false],
    ['the walk back in ten', 670, barn, 600, hall, true],
    ['no walk within the annexe', 600, barn, 660, barn, true],
  ])('a person: %s', (_, start, room, otherStart, otherRoom, expected) => {
    expect(allowed(pairRules(smallConference(people, sites)), start, room, otherStart, otherRoom)).toBe(expected)
  })

  test.each([
    ['one of them', ['ada'], undefined],
    ['the other one', undefined, ['ada']],
    ['both', ['ada'], ['ada']],
  ])('nobody walks who takes part from elsewhere in %s', (_, inA, inB) => {
    const own = { a: { people: ['ada'], remote: inA ?? [] }, b: { people: ['ada'], remote: inB ?? [] } }
    const rules = pairRules(smallConference(own, sites))
    expect([allowed(rules, 600, den, 660, barn), allowed(rules, 600, den, 659, barn)]).toEqual([true, false])
  })

  test('one who walks is enough, whoever takes part from elsewhere', () => {
    const own = { a: { people: ['ada', 'ben'], remote: ['ben'] }, b: { people: ['ben', 'ada'] } }
    expect(allowed(pairRules(smallConference(own, sites)), 600, den, 660, barn)).toBe(false)
  })

  test.each([
    ['in time', 600, 675, true],
    ['a minute too early', 600, 674, false],
    ['the wrong way round', 700, 600, false],
  ])('an order with 15 minutes: %s', (_, start, otherStart, expected) => {
    const order = [{ before: 'a', after: 'b', gapMinutes: 15 }]
    const rules = pairRules(smallConference({ a: {}, b: {} }, { ...sites, order }))
    expect(allowed(rules, start, den, otherStart, barn)).toBe(expected)
    expect(pairAllows(rules, rules.start[1]!, otherStart, 60, barn, start, 60, den)).toBe(expected)
  })

  test.each([
    [15, 675],
    [8, 670],
  ])('the longer of a pause of %i minutes and a walk of ten counts, not both', (gapMinutes, earliest) => {
    const order = [{ before: 'a', after: 'b', gapMinutes }]
    const rules = pairRules(smallConference(people, { ...sites, order }))
    const at = (start: number) => allowed(rules, 600, den, start, barn)
    expect([at(earliest), at(earliest - 1)]).toEqual([true, false])
  })
})
