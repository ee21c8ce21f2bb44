import { ProblemError } from '../problem-error.ts'
import type { TimefoldProblem } from './problem.ts'

/**
 * What one unit of a broken hard constraint counts in soft points while searching. Far above what any soft constraint pays for a minute,
 * so that the best plans keep every hard one, and low enough to pass through broken states on the way.
 */
const hardUnit = 2_000

/** Prices are multiplied by the minutes of two talks and added up, in tables of 32 bits. */
const most = 4_000_000

/**
 * The price of one unit of each constraint in the search: hard and soft in one number. Throws ProblemError for a weight that is
 * missing, none, or too large to be counted; for the latter only when its price is asked.
 */
export function prices(problem: TimefoldProblem): (name: string) => number {
  const found = new Map(
    Object.entries(problem.weights).map(([name, text]) => {
      const parts = /^(\d+)hard\/(\d+)soft$/.exec(text)
      if (!parts) throw new ProblemError('weight-wrong', { name, found: text })
      return [name, Number(parts[1]) * hardUnit + Number(parts[2])] as const
    }),
  )
  return (name) => {
    const price = found.get(name)
    if (price === undefined) throw new ProblemError('weight-missing', { name })
    if (price > most)
      throw new ProblemError('weight-too-large', {
        name,
        found: problem.weights[name]!,
        hard: most / hardUnit,
        soft: most,
      })
    return price
  }
}
