import { expect, test } from 'vitest'
import { sets } from './planner-sets.ts'

/** Infinite is what a broken rule or a session without a place makes of a figure; the other bounds hold for a quiet machine. */
test.each(Object.entries(sets))('%s in short: the checkers agree, and no rule is broken', async (_, { run }) => {
  const figures = [...(await run({ cpu: undefined, seeds: undefined, short: true }))]
  expect(figures.length).toBeGreaterThan(0)
  expect(figures.filter(({ value, target, ok }) => !Number.isFinite(value) || (target === '≤ 0' && !ok))).toEqual([])
})
