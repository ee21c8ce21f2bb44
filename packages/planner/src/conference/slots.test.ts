import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, during, programmeOf, smallConference, standing } from '../../test/small-conference.ts'
import { judgeConference } from '../checker/conference.ts'
import { Explainer } from './explanation.ts'
import { slotAllows } from './instance.ts'
import { planConference } from './plan.ts'
import type { ConferenceProblem } from './problem.ts'
import { toMinutes } from './wall-time.ts'

const limits = { work: 2_000_000 }
const halves = ['09:00-10:00', '10:15-11:15', '11:15-12:00', '15:00-15:50'].map(during)

test.each([
  ['a slot begins and is long enough', 'talk', '09:00', true],
  ['a slot begins and is just long enough', 'talk', '10:15', true],
  ['a slot begins and is too short', 'talk', '11:15', false],
  ['a slot is too short by less than a step of time', 'talk', '15:00', false],
  ['no slot begins', 'talk', '09:15', false],
  ['no slot begins, but it is published there', 'kept', '13:00', true],
  ['no slot begins, and it is published elsewhere', 'kept', '14:00', false],
])('where %s', (_, session, time, expected) => {
  const problem = smallConference(
    { talk: {}, kept: { published: { start: at('13:00'), room: 'den' } } },
    { rooms: [{ id: 'den', slots: halves }, { id: 'hall' }] },
  )
  const { instance } = programmeOf(problem, {})
  const position = instance.startOf.indexOf(toMinutes(at(time)) - instance.origin)
  expect(slotAllows(instance, instance.sessionIndex.get(session)!, position, 0)).toBe(expected)
  expect(slotAllows(instance, instance.sessionIndex.get(session)!, position, 1)).toBe(true)
})

/** Three rooms with slots of their own, or none, and sessions of three lengths. */
const anySlots: fc.Arbitrary<ConferenceProblem> = fc
  .record({
    lengths: fc.array(fc.constantFrom(30, 45, 60, 90), { minLength: 4, maxLength: 9 }),
    slots: fc.array(fc.array(fc.tuple(fc.nat(30), fc.constantFrom(30, 45, 90)), { maxLength: 6 }), {
      minLength: 2,
      maxLength: 2,
    }),
  })
  .map(({ lengths, slots }) => {
    const time = (quarters: number) => {
      const minutes = 540 + quarters * 15
      return at(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
    }
    const rooms = slots.map((own, i) => ({
      id: `r${i}`,
      slots: own.map(([start, minutes]) => ({ from: time(start), to: time(start + minutes / 15) })),
    }))
    const sessions = Object.fromEntries(lengths.map((minutes, i) => [`s${i}`, { minutes }]))
    return smallConference(sessions, { rooms: [...rooms, { id: 'open' }] })
  })

test('no plan begins a session where its room has no slot, nor lets it run over', () => {
  fc.assert(
    fc.property(anySlots, (problem) => {
      const plan = planConference(problem, 1, limits)
      expect(judgeConference(problem, plan.placements).violations).toEqual([])
    }),
    { numRuns: 30, seed: 1 },
  )
})

test('who finds no place because slots are too short is told so, and free slots are offered to others', () => {
  const problem = smallConference(
    { long: { minutes: 120 }, talk: {} },
    { rooms: [{ id: 'den', slots: halves }], days: [{ from: at('09:00'), to: at('12:00') }] },
  )
  const explainer = new Explainer(problem, standing({ talk: '09:00 den' }))
  expect(explainer.whyNowhere('long')).toContain('slot')
  expect(explainer.whyHere('talk').alternatives.map(({ start }) => start)).toEqual([at('10:15')])
})

test('the checker knows the rule by itself', () => {
  const problem = smallConference({ talk: {} }, { rooms: [{ id: 'den', slots: halves }] })
  expect(judgeConference(problem, standing({ talk: '09:15 den' })).violations).toEqual([
    'den has no slot for talk then',
  ])
})
