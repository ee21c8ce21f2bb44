import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPlanningInput } from '../../../../../test/any-planning.ts'
import { onDay, plannedSessions, planningInput, standingAt } from '../../../../../test/planning.ts'
import { withPlaces } from '../../variants/rules.ts'
import type { Places } from '../../variants/types.ts'
import { findWarnings } from '../../warnings/rules.ts'
import { usualLevels } from '../levels/rules.ts'
import { planEdition } from '../proposal/rules.ts'
import type { PlanningInput } from '../types.ts'
import { explainSession } from './rules.ts'

const repair = { kind: 'repair' } as const

test('whatever the draft, every session has an explanation', () => {
  fc.assert(
    fc.property(anyPlanningInput, (input) => {
      for (const { id, startsAt } of input.board.programme.sessions) {
        const explanation = explainSession(input, { kind: startsAt === null ? 'unplaced' : 'repair' }, id)
        expect(['placed', 'nowhere', 'staying']).toContain(explanation.kind)
      }
    }),
    { numRuns: 100, seed: 1 },
  )
})

/** The draft once everything that can be planned is, and nothing that collides is left in it. */
function settled(input: PlanningInput): PlanningInput | undefined {
  const planned = planEdition(input, { kind: 'all' }, { work: 100_000 })
  if (planned.kind === 'impossible') return undefined
  const programme = withPlaces(input.board.programme, planned.places)
  return { ...input, board: { ...input.board, programme } }
}

const errorsAbout = ({ board, circumstances }: PlanningInput, places: Places, id: string) =>
  findWarnings(withPlaces(board.programme, places), circumstances)
    .filter(({ severity, kind }) => severity === 'error' && kind !== 'remote-without-equipment')
    .filter(({ sessionIds }) => sessionIds.includes(id))
    .map(({ key }) => key)

test('where nothing is said to be in the way, nothing is', () => {
  fc.assert(
    fc.property(anyPlanningInput, (given) => {
      const input = settled(given)
      if (!input) return
      for (const { id } of input.board.programme.sessions) {
        if (errorsAbout(input, {}, id).length > 0) continue
        const explanation = explainSession(input, repair, id)
        if (explanation.kind !== 'placed') continue
        for (const { place, verdict } of explanation.others)
          if (verdict.inTheWay.length === 0) expect(errorsAbout(input, { [id]: place }, id)).toEqual([])
      }
    }),
    { numRuns: 100, seed: 2 },
  )
})

test('a session is told what its place leaves open, and what others would cost', () => {
  const sessions = plannedSessions({ a: { at: '09:00 raum' }, b: { at: '09:00 saal' } })
  const demand = new Map([['a', { expected: 50, bases: [] }]])
  const explanation = explainSession(planningInput(sessions, { demand }), repair, 'a')
  if (explanation.kind !== 'placed') throw new Error(explanation.kind)
  expect(explanation.costs).toEqual({ seats: 120 })
  expect(explanation.verdict).toEqual({ broken: [], inTheWay: [], changes: {} })
  expect(explanation.others[0]).toMatchObject({
    place: { roomId: 'saal' },
    verdict: { inTheWay: [], changes: { seats: -120 } },
  })
})

test('what speaks against a place is named, where another stands in it too', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal', by: ['ada'] }, b: { at: '09:15 raum', by: ['ada'] } })
  expect(explainSession(planningInput(sessions), repair, 'a')).toMatchObject({ verdict: { inTheWay: ['b'] } })
})

test('what stands in the same room at the same time is named too, wherever it is in the way', () => {
  const sessions = plannedSessions({
    a: { at: '09:00 saal' },
    b: { at: '09:15 saal', by: ['bo'] },
    c: { at: '10:00 raum', by: ['bo'] },
  })
  const input = planningInput(sessions)
  expect(explainSession(input, repair, 'a')).toMatchObject({ verdict: { inTheWay: ['b'] } })
  const explanation = explainSession(input, repair, 'c')
  if (explanation.kind !== 'placed') throw new Error(explanation.kind)
  const beside = explanation.others.filter(({ place }) => place.startsAt! < onDay('10:00'))
  expect(beside.filter(({ verdict }) => !verdict.inTheWay.includes('b'))).toEqual([])
  expect(explanation.verdict.inTheWay).toEqual([])
})

test('what has no place says why, and what stays says that', () => {
  const sessions = plannedSessions({ long: { durationMinutes: 900 }, kept: { at: '09:00 saal' } })
  const input = planningInput(sessions, { lockedIds: ['kept'] })
  expect(explainSession(input, { kind: 'unplaced' }, 'long')).toEqual({
    kind: 'nowhere',
    why: { sessionId: 'long', broken: ['length'], inTheWay: [] },
  })
  expect(explainSession(input, repair, 'kept')).toEqual({ kind: 'staying' })
  expect(explainSession(input, repair, 'x')).toEqual({ kind: 'staying' })
})

test('how far a place is from the published one counts as a wish, and where the draft has it does not', () => {
  const sessions = plannedSessions({ a: { at: '11:00 raum' } })
  const published = planningInput(plannedSessions({ a: { at: '09:00 saal' } })).board.programme
  const explained = (input: Parameters<typeof explainSession>[0]) => {
    const explanation = explainSession(input, repair, 'a')
    if (explanation.kind !== 'placed') throw new Error(explanation.kind)
    const [first] = explanation.others
    return [explanation.costs['few-changes'], first?.place, first?.verdict.changes['few-changes']]
  }
  const home = { ...standingAt('09:00 saal'), durationMinutes: 45 }
  expect(explained(planningInput(sessions, { published }))).toEqual([220, home, -220])
  expect(explained(planningInput(sessions))[0]).toBeUndefined()
  const levels = { ...usualLevels, 'few-changes': 'off' } as const
  expect(explained(planningInput(sessions, { published, levels }))[0]).toBeUndefined()
})
