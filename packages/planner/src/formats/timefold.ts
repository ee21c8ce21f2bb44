import type {
  TagWishes,
  TimefoldProblem,
  TimefoldRoom,
  TimefoldSlot,
  TimefoldSpeaker,
  TimefoldTalk,
} from '../timefold/problem.ts'
import { byName, flag, list, number, orNull, record, text } from './shape.ts'

const texts = list(text)
const numbers = list(number)
const wishes = {
  reqSlot: texts,
  prefSlot: texts,
  prohSlot: texts,
  undSlot: texts,
  reqRoom: texts,
  prefRoom: texts,
  prohRoom: texts,
  undRoom: texts,
} satisfies Record<keyof TagWishes, unknown>
const slot = record<TimefoldSlot>({ day: text, start: text, end: text, types: texts, tags: texts }, 'let be')
const room = record<TimefoldRoom>(
  { name: text, cap: number, types: texts, tags: texts, unavailable: numbers },
  'let be',
)
const speaker = record<TimefoldSpeaker>({ name: text, unavailable: numbers, ...wishes }, 'let be')
const talk = record<TimefoldTalk>(
  {
    code: text,
    type: text,
    speakers: texts,
    theme: texts,
    sector: texts,
    audience: texts,
    level: number,
    content: texts,
    lang: text,
    excl: texts,
    prereq: texts,
    fav: number,
    crowd: number,
    pinned: flag,
    slot: orNull(number),
    room: orNull(number),
    ...wishes,
  },
  'let be',
)
const problem = record<TimefoldProblem>(
  {
    name: text,
    pause: number,
    weights: byName(text),
    timeslots: list(slot),
    rooms: list(room),
    speakers: list(speaker),
    talks: list(talk),
  },
  'let be',
)

/**
 * The value of a JSON file as a problem of Timefold's conference example; what else stands in it (titles, for instance) is kept. Throws a
 * ProblemError that names the field that is missing or of the wrong kind.
 */
export function readTimefold(value: unknown): TimefoldProblem {
  problem(value, '')
  return value as TimefoldProblem
}
