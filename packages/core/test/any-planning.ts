import fc from 'fast-check'
import { usualLevels } from '../src/modules/programme/planning/levels/rules.ts'
import type { Loss, PlanningInput, PlanTask } from '../src/modules/programme/planning/types.ts'
import { anyCircumstances, anyProgramme, sessionIdsOfAnyProgramme } from './any-programme.ts'

const [from, until] = ['2031-11-05T08:00', '2031-11-05T10:00']

const anyLoss: fc.Arbitrary<Loss> = fc.constantFrom<Loss>(
  { kind: 'day', day: '2031-11-05' },
  { kind: 'room', roomId: 'r1', from, until },
  { kind: 'person', personId: 'p1', from, until },
)

export const anyTask: fc.Arbitrary<PlanTask> = fc.oneof(
  fc.constantFrom<PlanTask>({ kind: 'all' }, { kind: 'unplaced' }, { kind: 'repair' }, { kind: 'improve' }),
  fc.array(anyLoss, { minLength: 1, maxLength: 2 }).map((losses) => ({ kind: 'replan' as const, losses })),
)

const ids = fc.subarray(sessionIdsOfAnyProgramme)

/** A small and crowded edition with everything that planning goes by; often with a draft in which little fits. */
export const anyPlanningInput: fc.Arbitrary<PlanningInput> = fc
  .record({
    programme: anyProgramme,
    published: fc.option(anyProgramme, { nil: null }),
    circumstances: anyCircumstances,
    locked: fc.subarray(sessionIdsOfAnyProgramme, { maxLength: 3 }),
    bookmarks: fc.array(fc.record({ sessions: ids, count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 }),
  })
  .map(({ programme, published, circumstances, locked, bookmarks }) => ({
    board: {
      programme,
      slots: circumstances.slots,
      lockedIds: locked.filter((id) => programme.sessions.some((session) => session.id === id)),
    },
    circumstances,
    published,
    bookmarks,
    demand: new Map(),
    levels: usualLevels,
    days: ['2031-11-05', '2031-11-06'],
  }))
