import { ProblemError } from '../problem-error.ts'
import { requireUnique } from '../unique.ts'
import type { TimefoldProblem, TimefoldSlot } from './problem.ts'

/** Entries of the largest table, that of two talks at two slots: a gigabyte. */
const mostPairs = 250_000_000

function requireIndex(index: number, count: number, kind: string, where: string): void {
  if (!Number.isInteger(index) || index < 0 || index >= count)
    throw new ProblemError('id-unknown', { kind, id: index, where })
}

/** Cells of one room must not overlap: a conflict of that kind is not in the tables. */
function requireApart({ timeslots, rooms }: TimefoldProblem): void {
  for (const room of rooms) {
    const open = timeslots.filter(
      ({ types }, slot) => !room.unavailable.includes(slot) && types.some((type) => room.types.includes(type)),
    )
    const sorted = open.toSorted((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1))
    sorted.forEach((slot, i) => {
      const last = sorted[i - 1]
      if (last?.day === slot.day && slot.start < last.end)
        throw new ProblemError('slots-overlap', {
          room: room.name,
          day: slot.day,
          first: last.start,
          second: slot.start,
        })
    })
  }
}

function validateSlot({ day, start, end }: TimefoldSlot): void {
  const [from, to] = [start, end].map((time) => {
    const found = `${day}T${time.slice(0, 5)}`
    if (Number.isNaN(Date.parse(`${found}:00Z`))) throw new ProblemError('time-wrong', { found })
    return found
  })
  if (to! <= from!) throw new ProblemError('interval-wrong', { from: from!, to: to! })
}

/** Throws a ProblemError that names the first thing in `problem` that makes no sense. */
export function validate(problem: TimefoldProblem): void {
  const { timeslots, rooms, speakers, talks } = problem
  timeslots.forEach(validateSlot)
  const names = requireUnique(
    'speaker',
    speakers.map(({ name }) => name),
  )
  const codes = requireUnique(
    'talk',
    talks.map(({ code }) => code),
  )
  for (const { name, unavailable } of [...rooms, ...speakers])
    for (const slot of unavailable) requireIndex(slot, timeslots.length, 'slot', name)
  requireApart(problem)
  for (const { code, speakers: own, prereq, pinned, slot, room } of talks) {
    for (const name of own)
      if (!names.has(name)) throw new ProblemError('id-unknown', { kind: 'speaker', id: name, where: code })
    for (const first of prereq)
      if (!codes.has(first)) throw new ProblemError('id-unknown', { kind: 'talk', id: first, where: code })
    if (!pinned) continue
    if (slot !== null) requireIndex(slot, timeslots.length, 'slot', code)
    if (room !== null) requireIndex(room, rooms.length, 'room', code)
  }
  const pairs = (talks.length * timeslots.length) ** 2
  if (pairs > mostPairs)
    throw new ProblemError('problem-too-large', { what: '(talks × slots)²', found: pairs, most: mostPairs })
}
