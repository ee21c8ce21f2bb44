import { planConference } from '@fachtag/planner/conference/plan'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPlanningInput, anyTask } from '../../../../../test/any-planning.ts'
import { placeAll } from '../../journal/rules.ts'
import { applyToBoard, invertAll } from '../../moves/board/rules.ts'
import { withPlaces } from '../../variants/rules.ts'
import { findWarnings } from '../../warnings/rules.ts'
import { poseProblem } from '../problem/rules.ts'
import type { PlanningInput } from '../types.ts'
import { planEdition, withNeeded } from './rules.ts'
import type { Proposal } from './types.ts'

const limits = { work: 600_000 }

/** Errors, as the warnings of the editor know them, that name a session to which the proposal gives a place. */
function errorsOf(input: PlanningInput, { places, waived }: Proposal): string[] {
  const given = Object.keys(places).filter((id) => places[id]!.startsAt !== null)
  const without = waived.flatMap((one) =>
    one.kind === 'equipment' && one.equipment === 'remote' ? one.sessionIds : [],
  )
  return findWarnings(withPlaces(input.board.programme, places), input.circumstances)
    .filter((warning) => warning.severity === 'error' && warning.sessionIds.some((id) => given.includes(id)))
    .filter(
      ({ kind, sessionIds }) => kind !== 'remote-without-equipment' || !sessionIds.every((id) => without.includes(id)),
    )
    .map((warning) => warning.key)
}

/** Checks what is proposed for any draft and task; nothing where nothing can be. */
function forProposals(
  runs: { readonly numRuns: number; readonly seed: number },
  check: (input: PlanningInput, planned: Proposal) => void,
): void {
  fc.assert(
    fc.property(anyPlanningInput, anyTask, (input, task) => {
      const planned = planEdition(input, task, limits)
      if (planned.kind === 'proposal') check(input, planned)
    }),
    runs,
  )
}

test('whatever the draft and the task: nothing that was given a place is an error there', () => {
  forProposals({ numRuns: 500, seed: 1 }, (input, planned) => expect(errorsOf(input, planned)).toEqual([]))
})

test('a single move with those that it needs is no error either', () => {
  forProposals({ numRuns: 100, seed: 6 }, (input, planned) => {
    for (const { sessionId } of planned.moves) {
      const taken = withNeeded(planned.moves, [sessionId])
      const places = Object.fromEntries(taken.map((id) => [id, planned.places[id]!]))
      expect(errorsOf(input, { ...planned, places })).toEqual([])
    }
  })
})

test('whatever stays stands for the planner too: it would give its room and its people to others', () => {
  fc.assert(
    fc.property(anyPlanningInput, anyTask, (input, task) => {
      const posed = poseProblem(input, task)
      if (posed.kind === 'impossible') return
      const { unplaced } = planConference(posed.problem, 1, { work: 1 })
      expect(unplaced.filter((id) => !posed.movingIds.includes(id))).toEqual([])
    }),
    { numRuns: 500, seed: 5 },
  )
})

test('nothing that is locked is moved, and what is moved is told with its reasons', () => {
  forProposals({ numRuns: 100, seed: 2 }, (input, planned) => {
    const moved = Object.keys(planned.places)
    expect(moved.filter((id) => input.board.lockedIds.includes(id))).toEqual([])
    expect(planned.moves.map((move) => move.sessionId).sort()).toEqual(moved.sort())
  })
})

test('taking it over and back leaves the board as it was, byte for byte', () => {
  forProposals({ numRuns: 100, seed: 3 }, (input, planned) => {
    const changes = placeAll(input.board, new Map(Object.entries(planned.places)))
    const applied = applyToBoard(input.board, changes)
    if (applied.kind !== 'applied') throw new Error(applied.kind)
    const back = applyToBoard(applied.board, invertAll(changes))
    expect(JSON.stringify(back)).toBe(JSON.stringify({ kind: 'applied', board: input.board }))
  })
})

test('the same draft gives the same proposal', () => {
  fc.assert(
    fc.property(anyPlanningInput, anyTask, (input, task) => {
      expect(planEdition(input, task, limits)).toEqual(planEdition(input, task, limits))
    }),
    { numRuns: 30, seed: 4 },
  )
})
