import { softConstraints } from '../conference/constraints/all.ts'
import type {
  Bookmark,
  ConferenceProblem,
  Day,
  Interval,
  Order,
  Person,
  Place,
  Room,
  Session,
  Weights,
} from '../conference/problem.ts'
import { flag, list, number, optional, record, type Shape, text } from './shape.ts'

const texts = optional(list(text))
const interval = record<Interval>({ from: text, to: text }, 'refused')
const intervals = optional(list(interval))
const place = record<Place>({ start: text, room: text }, 'refused')
const day = record<Day>({ from: text, to: text, breaks: intervals, starts: texts }, 'refused')
const room = record<Room>(
  {
    id: text,
    capacity: optional(number),
    equipment: texts,
    site: optional(text),
    slots: intervals,
    unavailable: intervals,
  },
  'refused',
)
const person = record<Person>({ id: text, available: intervals, unavailable: intervals }, 'refused')
const session = record<Session>(
  {
    id: text,
    minutes: number,
    people: texts,
    remote: texts,
    track: optional(text),
    topics: texts,
    level: optional(text),
    language: optional(text),
    equipment: texts,
    seats: optional(number),
    demand: optional(number),
    plenary: optional(flag),
    starts: texts,
    rooms: texts,
    fixed: optional(place),
    preferredTimes: intervals,
    undesiredTimes: intervals,
    preferredRooms: texts,
    undesiredRooms: texts,
    published: optional(place),
    affected: optional(number),
  },
  'refused',
)
const order = record<Order>({ before: text, after: text, gapMinutes: optional(number) }, 'refused')
const bookmark = record<Bookmark>({ sessions: list(text), count: optional(number) }, 'refused')
const weights = record<Weights>(
  Object.fromEntries(softConstraints.map(({ name }) => [name, optional(number)])) as Record<keyof Weights, Shape>,
  'refused',
)
const problem = record<ConferenceProblem>(
  {
    days: list(day),
    gridMinutes: optional(number),
    rooms: list(room),
    people: optional(list(person)),
    sessions: list(session),
    order: optional(list(order)),
    bookmarks: optional(list(bookmark)),
    travelMinutes: optional(number),
    inARow: optional(number),
    weights: optional(weights),
  },
  'refused',
)

/**
 * The value of a JSON file as a conference. Throws a ProblemError that names the field that is missing, unknown, or of the wrong
 * kind; whether times, numbers and ids make sense is for `validate` to say.
 */
export function readConference(value: unknown): ConferenceProblem {
  problem(value, '')
  return value as ConferenceProblem
}
