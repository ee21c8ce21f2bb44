import { ProblemError } from '../problem-error.ts'
import { limitsFor } from '../search/work.ts'
import type { Arguments } from './arguments.ts'
import { families } from './families/all.ts'
import type { Family, Outcome } from './family.ts'
import { ProblemFile } from './problem-file.ts'

/** The kind of problem that a file holds. Throws ProblemError `format-unknown`, or `json-wrong` where its name tells nothing. */
export function familyOf(file: ProblemFile): Family {
  const family = families.find((candidate) => candidate.recognises(file))
  if (!family) throw new ProblemError('format-unknown', { file: file.name })
  return family
}

/**
 * Plans the problem in `bytes`, of the kind that its name or content tells, within the limits that the options name.
 * Throws ProblemError for what cannot be read or planned as it stands.
 */
export async function run(bytes: Uint8Array, options: Arguments, clock: () => number): Promise<Outcome> {
  const limits = options.work === undefined ? limitsFor(options.cpuSeconds, clock) : { work: options.work, clock }
  const file = new ProblemFile(options.problem, bytes)
  return familyOf(file).plan(file, options, limits)
}
