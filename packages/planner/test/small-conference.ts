import { compileTerms } from '../src/conference/constraints/all.ts'
import { compile } from '../src/conference/instance.ts'
import type { ConferenceProblem, Placement, Session, SoftName } from '../src/conference/problem.ts'
import { Programme } from '../src/conference/programme.ts'
import { toMinutes } from '../src/conference/wall-time.ts'

/** `09:30` on the first day, `2/09:30` on the second, as wall time of May 2030. */
export function at(time: string): string {
  const [day, clock] = time.includes('/') ? (time.split('/') as [string, string]) : ['1', time]
  return `2030-05-${String(5 + Number(day)).padStart(2, '0')}T${clock}`
}

/** `09:00-10:00` as an interval of the first day. */
export function during(times: string): { from: string; to: string } {
  const [from, to] = times.split('-') as [string, string]
  return { from: at(from), to: at(to.includes('/') || !from.includes('/') ? to : `${from.split('/')[0]}/${to}`) }
}

/** A conference of so many days from 9 to 18 with three rooms of 10, 50 and 300 seats; a session lasts an hour unless it says more. */
export function smallConference(
  sessions: Readonly<Record<string, Partial<Session>>>,
  more: Partial<Omit<ConferenceProblem, 'sessions'>> = {},
  days = 1,
): ConferenceProblem {
  const named = new Set(Object.values(sessions).flatMap((session) => session.people ?? []))
  return {
    days: Array.from({ length: days }, (_, i) => ({ from: at(`${i + 1}/09:00`), to: at(`${i + 1}/18:00`) })),
    gridMinutes: 15,
    rooms: [
      { id: 'den', capacity: 10 },
      { id: 'room', capacity: 50 },
      { id: 'hall', capacity: 300 },
    ],
    people: [...named].map((id) => ({ id })),
    sessions: Object.entries(sessions).map(([id, session]) => ({ id, minutes: 60, ...session })),
    ...more,
  }
}

/** Placements from lines like `{ keynote: '2/09:00 hall' }`. */
export function standing(places: Readonly<Record<string, string>>): Placement[] {
  return Object.entries(places).map(([session, place]) => {
    const [time, room] = place.split(' ') as [string, string]
    return { session, start: at(time), room }
  })
}

/** The problem with only `wishes` counted (all when none are named) and the sessions standing where `places` says. */
export function programmeOf(
  problem: ConferenceProblem,
  places: Readonly<Record<string, string>>,
  ...wishes: readonly SoftName[]
): Programme {
  const instance = compile(problem)
  const programme = new Programme(instance, compileTerms(instance, wishes.length > 0 ? wishes : undefined))
  for (const { session, start, room } of standing(places)) {
    const position = instance.startOf.indexOf(toMinutes(start) - instance.origin)
    programme.place(instance.sessionIndex.get(session)!, position, instance.roomIndex.get(room)!)
  }
  return programme
}
