import { expect, test } from 'vitest'
import { madeUpTimefold } from './made-up.ts'
import type { TimefoldProblem } from './problem.ts'
import { validate } from './validation.ts'

const problem = madeUpTimefold(12, 1)
const { talks, speakers, timeslots, rooms } = problem
const first = <T>(list: readonly T[], more: Partial<T>): T[] => [{ ...list[0]!, ...more }, ...list.slice(1)]

test('a made-up problem makes sense', () => {
  expect(() => validate(problem)).not.toThrow()
})

test.each<[string, Partial<TimefoldProblem>]>([
  ['time-wrong: found 2030-05-06T25:00', { timeslots: first(timeslots, { start: '25:00' }) }],
  ['time-wrong: found some dayT09:00', { timeslots: first(timeslots, { day: 'some day' }) }],
  ['interval-wrong: from 2030-05-06T09:00, to 2030-05-06T09:00', { timeslots: first(timeslots, { end: '09:00:00' }) }],
  ['id-twice: kind talk, id T1', { talks: first(talks, { code: 'T1' }) }],
  ['id-twice: kind speaker, id speaker 1', { speakers: first(speakers, { name: 'speaker 1' }) }],
  ['id-unknown: kind speaker, id nobody, where T0', { talks: first(talks, { speakers: ['nobody'] }) }],
  ['id-unknown: kind talk, id T99, where T0', { talks: first(talks, { prereq: ['T99'] }) }],
  ['id-unknown: kind slot, id 16, where T0', { talks: first(talks, { slot: 16 }) }],
  ['id-unknown: kind room, id -1, where T0', { talks: first(talks, { room: -1 }) }],
  ['id-unknown: kind slot, id 0.5, where room 0', { rooms: first(rooms, { unavailable: [0.5] }) }],
  [
    'slots-overlap: room room 0, day 2030-05-06, first 10:30, second 11:00',
    { rooms: first(rooms, { types: ['talk', 'talk in the annexe'] }) },
  ],
  [
    'problem-too-large: what (talks × slots)²',
    { talks: Array.from({ length: 2_000 }, (_, i) => ({ ...talks[1]!, code: `T${i}` })) },
  ],
])('%s', (message, wrong) => {
  expect(() => validate({ ...problem, ...wrong })).toThrow(message)
})
