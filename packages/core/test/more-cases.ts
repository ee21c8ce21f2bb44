import { vi } from 'vitest'

const times = Number(process.env.FACHTAG_CASES)
const seed = Number(process.env.FACHTAG_SEED ?? Date.now() % 2 ** 31)

/** Runs every property so many times as often as its test asks for, with one seed for all of them instead of the test's own. */
vi.mock('fast-check', async (importOriginal) => {
  const { default: fc } = await importOriginal<typeof import('fast-check')>()
  const assert = (property: never, given: { readonly numRuns?: number } = {}) =>
    fc.assert(property, { ...given, seed, numRuns: (given.numRuns ?? 100) * times })
  return { default: { ...fc, assert } }
})
