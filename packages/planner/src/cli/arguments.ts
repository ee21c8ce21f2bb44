import { parseArgs } from 'node:util'
import { ProblemError } from '../problem-error.ts'

export type Arguments = {
  readonly problem: string
  readonly cpuSeconds: number
  /** Fixed work in place of CPU seconds: the same plan on every machine, however slow. */
  readonly work: number | undefined
  readonly seed: number
  readonly out: string | undefined
  readonly report: boolean
  readonly repair: boolean
}

export const usage = `fachtag-plan PROBLEM [--cpu SECONDS | --work UNITS] [--seed N] [--out FILE] [--repair] [--report]
  PROBLEM   a conference as JSON, one of CoSPLib as .xlsx (its solution is .xlsx too), one of Timefold as JSON, or a timetable
            of ITC 2002/2007 as .tim (written as .sln)
  --cpu     seconds of computing time (10)
  --work    fixed work in place of time: the same plan on every machine
  --seed    where the random numbers begin, a whole number (1)
  --out     file in place of standard output
  --repair  keep the published programme and move as few sessions as possible
  --report  report wish by wish`

function number(text: string, name: string, least: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < least) {
    throw new ProblemError('argument-wrong', { name, found: text, least })
  }
  return value
}

function wholeNumber(text: string, name: string, least: number): number {
  const value = number(text, name, least)
  if (!Number.isSafeInteger(value)) throw new ProblemError('argument-no-whole-number', { name, found: text, least })
  return value
}

/** What was typed, not yet looked at. */
export type Typed = {
  readonly cpu: string
  readonly work?: string | undefined
  readonly seed: string
  readonly out?: string | undefined
  readonly report: boolean
  readonly repair: boolean
}

export const defaults = { cpu: '10', seed: '1' } as const

/** What the options mean; throws ProblemError `argument-wrong` or `argument-no-whole-number`. */
export function readOptions(problem: string, typed: Typed): Arguments {
  return {
    problem,
    cpuSeconds: number(typed.cpu, 'cpu', 0.01),
    work: typed.work === undefined ? undefined : number(typed.work, 'work', 1),
    seed: wholeNumber(typed.seed, 'seed', 0),
    out: typed.out,
    report: typed.report,
    repair: typed.repair,
  }
}

/** Reads the command line; throws ProblemError as `readOptions` does, or `argument-missing`, and a TypeError for unknown options. */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      cpu: { type: 'string', default: defaults.cpu },
      work: { type: 'string' },
      seed: { type: 'string', default: defaults.seed },
      out: { type: 'string' },
      report: { type: 'boolean', default: false },
      repair: { type: 'boolean', default: false },
    },
  })
  const problem = positionals[0]
  if (problem === undefined || positionals.length > 1) throw new ProblemError('argument-missing', { name: 'PROBLEM' })
  return readOptions(problem, values)
}
