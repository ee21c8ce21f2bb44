import { validate } from '@fachtag/planner/conference/validation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPlanningInput, anyTask } from '../../../../../test/any-planning.ts'
import { onDay, planDay, plannedSessions, planningInput } from '../../../../../test/planning.ts'
import { someAppearance } from '../../../../../test/programme.ts'
import { noCircumstances } from '../../circumstances/rules.ts'
import type { Circumstances } from '../../circumstances/types.ts'
import type { PlanTask } from '../types.ts'
import { joinWindows, poseProblem } from './rules.ts'
import type { Posed } from './types.ts'

const known = (more: Partial<Circumstances>): Circumstances => ({ ...noCircumstances, ...more })

function pose(input: ReturnType<typeof planningInput>, task: PlanTask = { kind: 'all' }): Posed {
  const posed = poseProblem(input, task)
  if (posed.kind === 'impossible') throw new Error(posed.reason)
  return posed
}
const sessionOf = ({ problem }: Posed, id: string) => problem.sessions.find((session) => session.id === id)
const roomOf = ({ problem }: Posed, id: string) => problem.rooms.find((room) => room.id === id)

test('whatever the draft, the problem makes sense to the planner', () => {
  fc.assert(
    fc.property(anyPlanningInput, anyTask, (input, task) => {
      const posed = poseProblem(input, task)
      if (posed.kind === 'problem') validate(posed.problem)
    }),
    { numRuns: 1000, seed: 1 },
  )
})

const draft = plannedSessions({
  placed: { at: '09:00 saal' },
  parked: {},
  opening: { at: '10:00 saal', type: 'opening', isPlenary: true },
  locked: { at: '11:00 saal' },
  lunch: { at: '12:00', type: 'break', isPlenary: true },
  gone: { at: '13:00 saal', state: 'cancelled' },
})

describe('what may be moved', () => {
  test.each([
    ['all', ['parked', 'placed']],
    ['unplaced', ['parked']],
    ['repair', ['opening', 'placed']],
    ['improve', ['placed']],
  ] as const)('to %s', (kind, expected) => {
    const posed = pose(planningInput(draft, { lockedIds: ['locked'] }), { kind })
    expect([...posed.movingIds].sort()).toEqual(expected)
    expect(sessionOf(posed, 'locked')).toMatchObject({ fixed: { start: onDay('11:00'), room: 'saal' } })
    expect(sessionOf(posed, 'gone')).toBeUndefined()
    expect(posed.problem.days[0]!.breaks).toEqual([{ from: onDay('12:00'), to: onDay('12:45') }])
  })

  test.each([
    [
      'no room',
      (input: ReturnType<typeof planningInput>) => ({
        ...input,
        board: { ...input.board, programme: { ...input.board.programme, rooms: [] } },
      }),
      'no-rooms',
    ],
    ['no day', (input: ReturnType<typeof planningInput>) => ({ ...input, days: [] }), 'no-days'],
  ] as const)('nothing without %s', (_, without, reason) => {
    expect(poseProblem(without(planningInput(plannedSessions({ a: {} }))), { kind: 'all' })).toEqual({
      kind: 'impossible',
      reason,
    })
  })

  test('nothing where everything has its place', () => {
    const input = planningInput(plannedSessions({ a: { at: '09:00 saal' } }))
    expect(poseProblem(input, { kind: 'unplaced' })).toEqual({ kind: 'impossible', reason: 'nothing-to-plan' })
  })
})

test.each([
  ['remote', ['ada'], true],
  ['on-site', [], false],
] as const)('somebody who is %s has time between two rooms, or not', (mode, remote, expected) => {
  const appearances = [someAppearance({ id: 'x', personId: 'ada', mode })]
  const sessions = plannedSessions({
    a: { at: '09:00 saal', appearances },
    b: { at: '09:45 raum', by: ['ada'] },
    c: {},
  })
  const circumstances = known({ pace: { ...noCircumstances.pace, changeMinutes: 10 } })
  const posed = pose(planningInput(sessions, { circumstances }), { kind: 'unplaced' })
  expect(sessionOf(posed, 'a')?.remote).toEqual(remote)
  expect(sessionOf(posed, 'b') !== undefined).toBe(expected)
})

test('what stays though it cannot be there only takes up its room and its people', () => {
  const sessions = plannedSessions({
    a: { at: '09:00 saal', by: ['ada'] },
    b: { at: '09:15 saal', by: ['bo'] },
    c: { at: '09:30 raum', by: ['ada'] },
    new: { by: ['bo'] },
  })
  const posed = pose(planningInput(sessions), { kind: 'unplaced' })
  const span = (from: string, to: string) => ({ from: onDay(from), to: onDay(to) })
  expect(sessionOf(posed, 'a')).toMatchObject({ fixed: { room: 'saal' } })
  expect(sessionOf(posed, 'b') ?? sessionOf(posed, 'c')).toBeUndefined()
  // What stays has the room and the people as long as it lasts: closed to it, it would not stand, and others would be put there.
  expect(roomOf(posed, 'saal')!.unavailable).toEqual([span('09:45', '10:00')])
  expect(roomOf(posed, 'raum')!.unavailable).toEqual([span('09:30', '10:15')])
  expect(posed.problem.people).toContainEqual({ id: 'ada', unavailable: [span('09:45', '10:15')] })
  expect(posed.problem.people).toContainEqual({ id: 'bo', unavailable: [span('09:15', '10:00')] })
})

test('what is published in no room and parked since likes to be there again', () => {
  const input = planningInput(plannedSessions({ walk: {}, a: {} }))
  const sessions = plannedSessions({ walk: { at: '09:00' }, a: { at: '09:00 saal' } })
  const posed = pose({ ...input, published: { ...input.board.programme, sessions } })
  const nowhere = 'none walk'
  expect(sessionOf(posed, 'walk')).toMatchObject({ published: { start: onDay('09:00'), room: nowhere } })
  expect(posed.problem.rooms.map(({ id }) => id)).toEqual(['raum', 'saal', nowhere])
  validate(posed.problem)
})

test('slots become starts and rooms, those for all rooms too; without any there is a grid', () => {
  const slot = (id: string, roomId: string | null, time: string, durationMinutes: number) => ({
    id,
    roomId,
    day: planDay,
    startsAt: onDay(time),
    durationMinutes,
  })
  const slots = [slot('1', 'saal', '09:00', 45), slot('2', null, '10:00', 90)]
  const posed = pose(planningInput(plannedSessions({ a: {} }), { circumstances: known({ slots }) }))
  expect(posed.problem.days).toEqual([
    { from: onDay('09:00'), to: onDay('11:30'), starts: [onDay('09:00'), onDay('10:00')], breaks: [] },
  ])
  expect(roomOf(posed, 'raum')!.slots).toEqual([{ from: onDay('10:00'), to: onDay('11:30') }])
  expect(roomOf(posed, 'saal')!.slots).toHaveLength(2)
  const free = pose(planningInput(plannedSessions({ a: {} })))
  expect(free.problem).toMatchObject({ gridMinutes: 15, days: [{ from: onDay('09:00'), to: onDay('17:00') }] })
  expect(roomOf(free, 'saal')!.slots).toBeUndefined()
})

test('what is lost is closed, away, or no day any more', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal', by: ['ada'] } })
  const during = { from: onDay('08:00'), until: onDay('12:00') }
  const losses = [
    { kind: 'room', roomId: 'saal', ...during },
    { kind: 'person', personId: 'ada', ...during },
    { kind: 'day', day: '2031-11-06' },
  ] as const
  const posed = pose(planningInput(sessions, { days: [planDay, '2031-11-06'] }), { kind: 'replan', losses })
  const gone = { from: during.from, to: during.until }
  expect(roomOf(posed, 'saal')!.unavailable).toEqual([gone])
  expect(posed.problem.people).toEqual([{ id: 'ada', unavailable: [gone] }])
  expect(posed.problem.days).toHaveLength(1)
  expect(sessionOf(posed, 'a')).toMatchObject({ published: { start: onDay('09:00'), room: 'saal' } })
})

test('a move of what is published weighs as many people as would notice', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal', by: ['ada'] }, b: { at: '10:00 saal' } })
  const published = {
    ...planningInput(sessions).board.programme,
    sessions: plannedSessions({ a: { at: '09:00 saal' }, b: { at: '11:00 saal' } }),
  }
  const input = planningInput(sessions, { published, bookmarks: [{ sessions: ['a', 'b'], count: 7 }] })
  expect(sessionOf(pose(input, { kind: 'repair' }), 'a')).toMatchObject({ affected: 8 })
  expect(sessionOf(pose(input, { kind: 'repair' }), 'b')).not.toHaveProperty('affected')
  expect(sessionOf(pose(input), 'b')).toMatchObject({ published: { start: onDay('11:00') }, affected: 7 })
})

test('equipment that no room has, and wishes in a circle, are waived and named', () => {
  const remote = [someAppearance({ id: 'x', personId: 'ada', mode: 'remote' })]
  const sessions = plannedSessions({ a: { appearances: remote }, b: {} })
  const wish = (id: string, firstSessionId: string, thenSessionId: string) => ({
    id,
    firstSessionId,
    thenSessionId,
    reason: null,
  })
  const circumstances = known({
    sessionNeeds: [{ sessionId: 'b', expectedCount: null, equipment: ['projector'] }],
    roomEquipment: [{ roomId: 'saal', equipment: ['projector'] }],
    orderWishes: [wish('w1', 'a', 'b'), wish('w2', 'b', 'a')],
  })
  const posed = pose(planningInput(sessions, { circumstances }))
  expect(posed.waived).toEqual([
    { kind: 'equipment', equipment: 'remote', sessionIds: ['a'] },
    { kind: 'order', wishId: 'w2' },
  ])
  expect(sessionOf(posed, 'a')).not.toHaveProperty('equipment')
  expect(sessionOf(posed, 'b')).toMatchObject({ equipment: ['projector'] })
  expect(posed.problem.order).toEqual([{ before: 'a', after: 'b' }])
})

test.each([
  ['a workshop that takes the break, when all is planned anew', 'all', 90, 0],
  ['a talk that runs into it, when all is planned anew', 'all', 45, 1],
  ['a talk that runs into it, when it stays as it is', 'improve', 45, 0],
] as const)('a break is a rule beside %s, or not', (_, kind, durationMinutes, expected) => {
  const sessions = plannedSessions({
    lunch: { at: '12:00', type: 'break', isPlenary: true },
    talk: { at: '11:30 saal', durationMinutes },
  })
  expect(pose(planningInput(sessions), { kind }).problem.days[0]!.breaks).toHaveLength(expected)
})

test('what opens comes before what closes, unless somebody wishes otherwise', () => {
  const sessions = plannedSessions({
    open: { at: '09:00 saal', type: 'opening', isPlenary: true, by: ['maria'] },
    close: { at: '16:00 saal', type: 'closing', isPlenary: true },
    again: { at: '17:00 saal', type: 'opening', isPlenary: true },
  })
  expect(pose(planningInput(sessions), { kind: 'repair' }).problem.order).toEqual([{ before: 'open', after: 'close' }])
  const wish = { id: 'w1', firstSessionId: 'close', thenSessionId: 'open', reason: null }
  const posed = pose(planningInput(sessions, { circumstances: known({ orderWishes: [wish] }) }), { kind: 'repair' })
  expect([posed.problem.order, posed.waived]).toEqual([[{ before: 'close', after: 'open' }], []])
})

test('what is for everybody and has no number belongs in the largest room', () => {
  const sessions = plannedSessions({
    opening: { at: '09:00 raum', isPlenary: true },
    talk: { at: '10:00 raum' },
    panel: { at: '11:00 raum', isPlenary: true },
  })
  const demand = new Map([['panel', { expected: 15, bases: [] }]])
  const posed = pose(planningInput(sessions, { demand }), { kind: 'repair' })
  expect(['opening', 'talk', 'panel'].map((id) => sessionOf(posed, id)?.demand)).toEqual([100, undefined, 15])
})

test('windows that touch or overlap are one', () => {
  const window = (from: string, until: string) => ({ from: onDay(from), until: onDay(until) })
  expect(
    joinWindows([
      window('11:00', '12:00'),
      window('09:00', '10:00'),
      window('10:00', '10:30'),
      window('09:15', '09:30'),
    ]),
  ).toEqual([
    { from: onDay('09:00'), to: onDay('10:30') },
    { from: onDay('11:00'), to: onDay('12:00') },
  ])
})
