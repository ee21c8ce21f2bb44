import type { EnrolmentPlan, EnrolmentProblem } from '../enrolment/problem.ts'
import { ProblemError } from '../problem-error.ts'

const days = 5
const slotsPerDay = 9

/** Reads whole numbers separated by white space, with the place of the first one that is wrong. */
class Numbers {
  readonly #words: readonly string[]
  #at = 0

  constructor(text: string) {
    this.#words = text.split(/\s+/).filter((word) => word !== '')
  }

  get left(): number {
    return this.#words.length - this.#at
  }

  /** The next number, which has to be whole and within bounds. Throws ProblemError `file-ends` or `file-number-wrong`. */
  next(what: string, least: number, most: number): number {
    const word = this.#words[this.#at++]
    const value = Number(word)
    if (word === undefined) throw new ProblemError('file-ends', { what, number: this.#at })
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new ProblemError('file-number-wrong', { what, number: this.#at, found: word, least, most })
    }
    return value
  }

  /** A rows × columns table of 0 and 1, as the columns set in each row. */
  incidence(what: string, rows: number, columns: number): number[][] {
    return Array.from({ length: rows }, () =>
      Array.from({ length: columns }, (_, column) => (this.next(what, 0, 1) === 1 ? column : -1)).filter((c) => c >= 0),
    )
  }
}

/**
 * Reads a `.tim` file of ITC 2002 or 2007 track 2: 5 days of 9 slots. The later format adds availability and order;
 * a file that ends after the features is of 2002. Throws ProblemError for anything that is not such a file.
 */
export function readTim(text: string): EnrolmentProblem {
  const numbers = new Numbers(text)
  const events = numbers.next('number of events', 0, 10_000)
  const rooms = numbers.next('number of rooms', 0, 1_000)
  const features = numbers.next('number of features', 0, 1_000)
  const students = numbers.next('number of students', 0, 100_000)
  const capacity = Array.from({ length: rooms }, () => numbers.next('seats of a room', 0, 1_000_000))
  const enrolments = numbers.incidence('enrolment of a student', students, events)
  const roomFeatures = numbers.incidence('feature of a room', rooms, features)
  const eventFeatures = numbers.incidence('feature an event needs', events, features)
  const slots = Array.from({ length: days * slotsPerDay }, (_, slot) => slot)
  const later = numbers.left > 0
  const available = later
    ? numbers.incidence('availability of an event', events, slots.length)
    : Array.from({ length: events }, () => slots)
  const order = later ? readOrder(numbers, events) : []
  if (numbers.left > 0) throw new ProblemError('file-goes-on', { left: numbers.left })
  return { events, days, slotsPerDay, capacity, enrolments, roomFeatures, eventFeatures, available, order }
}

/** Row a, column b: 1 says that a comes before b, -1 that it comes after. Either of the two entries of a pair suffices. */
function readOrder(numbers: Numbers, events: number): [number, number][] {
  const stated = Array.from({ length: events * events }, () => numbers.next('order of two events', -1, 1))
  return stated.flatMap((_, at): [number, number][] => {
    const [a, b] = [Math.floor(at / events), at % events]
    return stated[at] === 1 || stated[b * events + a] === -1 ? [[a, b]] : []
  })
}

/** Reads a `.sln` file: one line `slot room` per event, `-1 -1` when it is left out. */
export function readSln(text: string, problem: EnrolmentProblem): EnrolmentPlan {
  const numbers = new Numbers(text)
  const slot: number[] = []
  const room: number[] = []
  for (let event = 0; event < problem.events; event++) {
    slot.push(numbers.next(`slot of event ${event}`, -1, days * slotsPerDay - 1))
    room.push(numbers.next(`room of event ${event}`, -1, problem.capacity.length - 1))
  }
  return { slot, room }
}

/** Writes a plan as `.sln`. */
export function writeSln(plan: EnrolmentPlan): string {
  return plan.slot.map((slot, event) => `${slot} ${plan.room[event]}\n`).join('')
}
