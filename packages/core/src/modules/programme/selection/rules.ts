import { wallMinutes } from '../grid/rules.ts'
import type { Overlap, Timed } from './types.ts'

/** As many sessions as a link may carry; more is nobody's own selection. */
export const selectionLimit = 200

/**
 * The session slugs in the `s` parameter of a shared selection, in their order, each once. What cannot be a slug is
 * left out, and so is everything beyond `selectionLimit`.
 */
export function parseSelection(parameter: string | null): readonly string[] {
  if (!parameter) return []
  const slugs = parameter.split(',').filter((part) => /^[a-z0-9][a-z0-9-]{0,119}$/.test(part))
  return [...new Set(slugs)].slice(0, selectionLimit)
}

/** The `s` parameter that `parseSelection` reads back. */
export function formatSelection(slugs: readonly string[]): string {
  return slugs.join(',')
}

/**
 * Every pair of sessions that overlap, by start of the first. Sessions without a time or a duration never do: nobody
 * knows.
 */
export function findOverlaps(sessions: readonly Timed[]): readonly Overlap[] {
  const spans = sessions
    .filter((session) => session.startsAt !== null && session.durationMinutes !== null)
    .map((session) => {
      const from = wallMinutes(session.startsAt!)
      return { id: session.id, from, to: from + session.durationMinutes! }
    })
    .sort((a, b) => a.from - b.from)
  const overlaps: Overlap[] = []
  for (const [index, first] of spans.entries()) {
    for (const second of spans.slice(index + 1)) {
      if (second.from >= first.to) break
      overlaps.push({ first: first.id, second: second.id, minutes: Math.min(first.to, second.to) - second.from })
    }
  }
  return overlaps
}
