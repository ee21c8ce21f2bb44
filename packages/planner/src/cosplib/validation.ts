import { ProblemError } from '../problem-error.ts'
import type { CosplibProblem } from './problem.ts'

/** Entries of one table: 800 MB. */
const mostEntries = 100_000_000

function requireAtMost(what: string, found: number): void {
  if (found > mostEntries) throw new ProblemError('problem-too-large', { what, found, most: mostEntries })
}

/** Throws a ProblemError that says why no plan can exist, where that is plain to see. */
export function validate({ sessions, rooms, tracks, submissions }: CosplibProblem): void {
  const longest = sessions.reduce((most, { slots }) => Math.max(most, slots), 0)
  for (const { name, slots } of submissions)
    if (slots > longest) throw new ProblemError('submission-too-long', { submission: name, slots, longest })
  requireAtMost('submissions × sessions × rooms', submissions.length * sessions.length * rooms.length)
  requireAtMost('tracks × sessions × rooms', tracks.length * sessions.length * rooms.length)
  requireAtMost('sessions × rooms × slots', sessions.length * rooms.length * longest)
  const given = rooms.length * sessions.reduce((sum, { slots }) => sum + slots, 0)
  const needed = submissions.reduce((sum, { slots }) => sum + slots, 0)
  if (needed > given) throw new ProblemError('slots-too-few', { needed, given })
  const cells = sessions.length * rooms.length
  const cellsNeeded = tracks
    .map((_, t) => submissions.reduce((sum, { track, slots }) => (track === t ? sum + slots : sum), 0))
    .reduce((sum, slots) => sum + Math.ceil(slots / Math.max(1, longest)), 0)
  if (cellsNeeded > cells) throw new ProblemError('cells-too-few', { needed: cellsNeeded, given: cells })
}
