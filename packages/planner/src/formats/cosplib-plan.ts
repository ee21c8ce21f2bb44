import type { CosplibPlan, CosplibProblem } from '../cosplib/problem.ts'
import { find, indexOf, SheetReader } from './sheet-reader.ts'
import { type Cell, readWorkbook, writeWorkbook } from './workbook.ts'

/** Reads a plan from the first sheet of a solution: the tracks by session and room, an empty row, then the submissions by slot. */
export function readCosplibPlan(bytes: Uint8Array, problem: CosplibProblem): CosplibPlan {
  const [first] = readWorkbook(bytes).entries()
  const sheet = new SheetReader(first?.[0] ?? 'sol', first?.[1])
  const track = indexOf(
    'track',
    problem.tracks.map(({ name }) => name),
  )
  const submission = indexOf(
    'submission',
    problem.submissions.map(({ name }) => name),
  )
  const look = (index: ReadonlyMap<string, number>, kind: string, row: number, room: number): number => {
    const name = sheet.rows[row]?.[room + 1] ?? null
    return name === null ? -1 : find(index, kind, String(name), `${sheet.name}, row ${row + 1}`)
  }
  let row = problem.sessions.length + 2
  return {
    tracks: problem.sessions.map((_, s) => problem.rooms.map((_, r) => look(track, 'track', s + 1, r))),
    submissions: problem.sessions.map(({ slots }) => {
      const first = row
      row += slots
      return problem.rooms.map((_, r) =>
        Array.from({ length: slots }, (_, slot) => look(submission, 'submission', first + slot, r)),
      )
    }),
  }
}

/** Writes a plan in the form in which CoSPLib's own checker reads it. */
export function writeCosplibPlan(problem: CosplibProblem, plan: CosplibPlan): Uint8Array {
  const { sessions, rooms, tracks, submissions } = problem
  const rows: Cell[][] = [
    [null, ...rooms],
    ...sessions.map(({ name }, s) => [name, ...plan.tracks[s]!.map((track) => tracks[track]?.name ?? null)]),
    [],
    ...sessions.flatMap(({ name, slots }, s) =>
      Array.from({ length: slots }, (_, slot) => [
        name,
        ...plan.submissions[s]!.map((cell) => submissions[cell[slot]!]?.name ?? null),
      ]),
    ),
  ]
  return writeWorkbook(new Map([['sol', rows]]))
}
