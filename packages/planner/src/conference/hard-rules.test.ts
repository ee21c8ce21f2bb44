import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, during, smallConference } from '../../test/small-conference.ts'
import { places, roomRules, TimeJudge, timeRules } from './hard-rules.ts'
import { compile } from './instance.ts'
import { madeUpConference } from './made-up.ts'
import type { Session } from './problem.ts'
import { toMinutes } from './wall-time.ts'

test('each rule has a name and a meaning of its own', () => {
  const rules = [...timeRules, ...roomRules]
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  expect(new Set(rules.map(({ meaning }) => meaning)).size).toBe(rules.length)
})

describe('what keeps a session from a start', () => {
  const days = [
    { ...during('09:00-12:00'), breaks: [during('10:00-10:30')], starts: ['09:00', '10:30', '11:00'].map(at) },
  ]
  const people = [
    { id: 'ada', available: [during('09:00-11:00')] },
    { id: 'bob', unavailable: [during('10:45-11:15')] },
  ]
  const problem = smallConference({}, { days, people })
  const broken = (session: Partial<Session>, time: string) =>
    new TimeJudge(problem)
      .broken({ id: 'x', minutes: 60, ...session }, [toMinutes(at(time))])[0]!
      .map(({ name }) => name)

  test.each<[string, Partial<Session>, string, string[]]>([
    ['nothing', {}, '09:00', []],
    ['a start that the day does not have', {}, '09:15', ['start', 'break']],
    ['the end of the day', { minutes: 75 }, '11:00', ['length']],
    ['a break', { minutes: 61 }, '09:00', ['break']],
    ['the evening before', {}, '08:00', ['start', 'length']],
    ['somebody who has left', { people: ['ada'] }, '10:30', ['availability']],
    ['somebody who is away for half of it', { people: ['bob'] }, '10:30', ['availability']],
    ['nobody of those who are there', { people: ['ada'] }, '09:00', []],
    ['its own starts', { starts: [at('10:30')] }, '11:00', ['start']],
    ['no start of the day where it has its own', { starts: [at('10:45')] }, '10:45', []],
    ['no start of the day where it is published', { published: { start: at('10:45'), room: 'den' } }, '10:45', []],
    ['another place than the fixed one', { fixed: { start: at('09:00'), room: 'den' } }, '10:30', ['fixed-time']],
    [
      'neither grid nor break nor evening where it is fixed',
      { minutes: 240, fixed: { start: at('09:40'), room: 'den' } },
      '09:40',
      [],
    ],
    [
      'people even where it is fixed',
      { people: ['ada'], fixed: { start: at('10:30'), room: 'den' } },
      '10:30',
      ['availability'],
    ],
  ])('%s', (_, session, time, expected) => expect(broken(session, time)).toEqual(expected))
})

test('what is allowed is what no rule breaks, whoever was asked before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
      const problem = madeUpConference({ sessions: 25, rooms: 4, days: 2, slotsPerDay: 5, attendees: 0 }, seed)
      const { origin, startOf } = compile(problem)
      const starts = Array.from(startOf, (start) => origin + start)
      const shared = new TimeJudge(problem)
      for (const session of problem.sessions) {
        const broken = new TimeJudge(problem).broken(session, starts)
        const expected = broken.flatMap((rules, i) => (rules.length === 0 ? [i] : []))
        expect([...shared.allowed(session, starts)]).toEqual(expected)
      }
      expect(places(problem, starts).positionLists.length).toBe(problem.sessions.length)
    }),
    { numRuns: 30 },
  )
})
