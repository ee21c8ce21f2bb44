import type { Explanation } from '@fachtag/core/modules/programme/planning/explaining/types'
import { expect, test } from 'vitest'
import { plannedSessions, planningInput, standingAt } from '../../../../../../packages/core/test/planning.ts'
import { showExplanation } from './plan-reasons.ts'

const { programme } = planningInput(plannedSessions({ alpha: { title: 'Alpha', at: '09:00 saal' } })).board
const at = (place: string) => ({ ...standingAt(place), durationMinutes: 45 })

test.each([
  [{}, 'ebenso gut'],
  [{ 'few-changes': 8 }, 'dann schlechter: anders als veröffentlicht'],
  [{ 'track-rooms': -8 }, 'dann besser: die Vortragsreihe bleibt im Raum'],
])('another place where wishes change by %j is told as what it would be', (changes, expected) => {
  const fine = { broken: [], inTheWay: [], changes: {} }
  const others = [{ place: at('09:00 raum'), verdict: { ...fine, changes } }]
  const explanation: Explanation = { kind: 'placed', place: at('09:00 saal'), verdict: fine, costs: {}, others }
  expect(showExplanation('alpha', explanation, programme, 'de')).toMatchObject({
    others: [{ isFree: true, notes: [expected] }],
  })
})
