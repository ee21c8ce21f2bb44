import type { Session } from '../problem.ts'

/** The groups of two and more sessions that share a value, as indices. */
export function byValue(sessions: readonly Session[], valuesOf: (session: Session) => readonly string[]): number[][] {
  const groups = new Map<string, number[]>()
  sessions.forEach((session, i) => {
    for (const value of new Set(valuesOf(session))) {
      const group = groups.get(value)
      if (group) group.push(i)
      else groups.set(value, [i])
    }
  })
  return [...groups.values()].filter((group) => group.length > 1)
}
