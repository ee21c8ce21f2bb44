import type { Limits } from '../search/budget.ts'
import type { Arguments } from './arguments.ts'
import type { ProblemFile } from './problem-file.ts'
import type { Said } from './sentences.ts'

/** A finished plan in the problem's own format, and what there is to say about it, checked by the independent checker. */
export type Outcome = { readonly plan: string | Uint8Array; readonly report: readonly Said[] }

/** One kind of problem the command plans. A new one is a file of `families/` and a line of `families/all.ts`. */
export type Family = {
  /** What its plans are: `bytes` are nothing for a terminal. */
  readonly writes: 'text' | 'bytes'
  /** Whether the file is of this kind, by its name or by what stands in it. */
  recognises(file: ProblemFile): boolean
  /** Plans it; throws a ProblemError that names what is wrong with the file. */
  plan(file: ProblemFile, options: Arguments, limits: Limits): Outcome | Promise<Outcome>
}
