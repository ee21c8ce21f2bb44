import { expect, test } from 'vitest'
import { plannedSessions, planningInput } from '../../../../../test/planning.ts'
import { estimateDemand } from './rules.ts'
import type { DemandBasis, EarlierInterest } from './types.ts'

const { programme } = planningInput(plannedSessions({ own: { topicIds: ['akte', 'cloud'] }, other: {} })).board
const marked = (count: number): DemandBasis => ({ kind: 'marked', count, factor: 1.5 })
const earlier = (edition: string, topicId: string, count: number): EarlierInterest => ({ edition, topicId, count })
const before = [earlier('2030', 'akte', 20), earlier('2030', 'cloud', 30), earlier('2029', 'akte', 90)]
const drawn: DemandBasis = { kind: 'earlier', edition: '2030', topicId: 'cloud', count: 30, factor: 1.5 }

test.each([
  ['nothing is known', null, 0, [], null],
  ['many have marked it', null, 30, [], { expected: 45, bases: [marked(30)] }],
  [
    'many have marked it, and its topics drew some before',
    null,
    30,
    before,
    { expected: 45, bases: [marked(30), drawn] },
  ],
  ['few have marked it, and its topics drew many before', null, 2, before, { expected: 45, bases: [drawn, marked(2)] }],
  ['only its topics are known, of which the latest edition counts', null, 0, before, { expected: 45, bases: [drawn] }],
  ['organisers have said', 80, 0, [], { expected: 80, bases: [{ kind: 'said', count: 80 }] }],
  [
    'organisers have said and visitors marked',
    80,
    3,
    [],
    { expected: 80, bases: [{ kind: 'said', count: 80 }, marked(3)] },
  ],
  ['only other topics drew anybody', null, 0, [earlier('2030', 'netz', 9)], null],
] as const)('where %s', (_, said, marks, interest, expected) => {
  const needs = [{ sessionId: 'own', expectedCount: said, equipment: [] }]
  const demand = estimateDemand(programme, { needs, marks: new Map([['own', marks]]), earlier: interest })
  expect(demand.get('own') ?? null).toEqual(expected)
  expect(demand.has('other')).toBe(false)
})
