import { ProblemError } from '../problem-error.ts'
import type { TimefoldProblem } from './problem.ts'

/**
 * What one unit of a broken hard constraint counts in soft points while searching. Far above what any soft constraint pays for a minute,
 * so that the best plans keep every hard one, and low enough to pass through broken states on the way.
 */
const hardUnit = 2_000

/** The price of one unit of each constraint in the search: hard and soft in one number. */
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
    return price
  }
}
