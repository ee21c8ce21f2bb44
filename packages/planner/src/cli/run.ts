import { ProblemError } from '../problem-error.ts'
import { limitsFor } from '../search/work.ts'
import type { Arguments } from './arguments.ts'
import { families } from './families/all.ts'
import type { Outcome } from './family.ts'
import { ProblemFile } from './problem-file.ts'

/**
 * Plans the problem in `bytes`, of the kind that its name or content tells, within the limits that the options name.
 * Throws ProblemError for what cannot be read or planned as it stands.
 */
export async function run(bytes: Uint8Array, options: Arguments, clock: () => number): Promise<Outcome> {
  const limits = options.work === undefined ? limitsFor(options.cpuSeconds, clock) : { work: options.work, clock }
  const file = new ProblemFile(options.problem, bytes)
  const family = families.find((candidate) => candidate.recognises(file))
  if (!family) throw new ProblemError('format-unknown', { file: options.problem })
  return family.plan(file, options, limits)
}
