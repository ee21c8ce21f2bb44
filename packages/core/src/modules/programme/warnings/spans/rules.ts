import { wallMinutes, wallTimeOf } from '../../grid/rules.ts'
import type { ProgrammeSession } from '../../types.ts'
import type { Placed } from '../types.ts'

/**
 * The session with its time in minutes; null where it has no time or does not take place. A duration that is not known
 * counts as one minute, so that only what collides for certain is told.
 */
export function toPlaced(session: ProgrammeSession): Placed | null {
  if (session.state === 'cancelled' || session.startsAt === null) return null
  const start = wallMinutes(session.startsAt)
  const day = session.day ?? session.startsAt.slice(0, 10)
  return { session, day, start, end: start + (session.durationMinutes ?? 1) }
}

/** By start; those that begin together by id, so that the order is always the same. */
export function byStart(a: Placed, b: Placed): number {
  return a.start - b.start || (a.session.id < b.session.id ? -1 : 1)
}

/** For how many minutes both run; 0 or less where they do not. */
export function overlapOf(a: Placed, b: Placed): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}

/** Every two of `sessions`, given by start, that run at the same time. */
export function overlappingPairs(sessions: readonly Placed[]): (readonly [Placed, Placed])[] {
  return sessions.flatMap((one, index) => {
    const pairs: (readonly [Placed, Placed])[] = []
    for (let next = index + 1; next < sessions.length && sessions[next]!.start < one.end; next++)
      pairs.push([one, sessions[next]!])
    return pairs
  })
}

/** The ids of both, the same whichever begins first. */
export function inAnyOrder(a: Placed, b: Placed): readonly [string, string] {
  return a.session.id < b.session.id ? [a.session.id, b.session.id] : [b.session.id, a.session.id]
}

/** What is not a part of the work: here people recover. */
export function isPause({ session }: Placed): boolean {
  return session.type === 'break' || session.type === 'networking'
}

/** Sessions without a break between them, in minutes from the first start to the last end. */
export type Stretch = { readonly sessions: readonly Placed[]; readonly start: number; readonly end: number }

/** Cuts the sessions, given by start, wherever a day ends or nothing runs for at least `breakMinutes`. */
export function toStretches(sessions: readonly Placed[], breakMinutes: number): Stretch[] {
  const stretches: { sessions: Placed[]; start: number; end: number }[] = []
  for (const one of sessions) {
    const last = stretches.at(-1)
    const goesOn = last && last.sessions[0]!.day === one.day && one.start - last.end < breakMinutes
    if (!goesOn) stretches.push({ sessions: [one], start: one.start, end: one.end })
    else {
      last.sessions.push(one)
      last.end = Math.max(last.end, one.end)
    }
  }
  return stretches
}

/** What a warning tells of a stretch that is longer than it should be. */
export function tellStretch({ sessions, start, end }: Stretch, longestMinutes: number) {
  const [from, until] = [wallTimeOf(start), wallTimeOf(end)]
  return { day: sessions[0]!.day, from, until, minutes: end - start, longestMinutes }
}
