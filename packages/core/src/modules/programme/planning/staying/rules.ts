import type { OrderWish } from '../../circumstances/types.ts'
import { isForAll, wallMinutes } from '../../grid/rules.ts'
import type { ProgrammeSession } from '../../types.ts'
import type { Loss, PlanningInput, PlanTask } from '../types.ts'
import type { Parts, Standing } from './types.ts'

/** How long a session is taken to be whose length nobody has said. */
export const usualMinutes = 45

const isPause = ({ type }: ProgrammeSession) => type === 'break' || type === 'networking'

/** Everybody who is planned to be at a session, in whatever role, each once. */
export function peopleOf(session: ProgrammeSession): string[] {
  const planned = session.appearances.filter((held) => held.state === 'planned')
  return [...new Set(planned.flatMap((held) => held.personId ?? []))]
}

/** Those of them who are not there in person. */
export function remotePeopleOf(session: ProgrammeSession): string[] {
  const held = session.appearances.filter(({ state, mode }) => state === 'planned' && mode === 'on-site')
  const there = new Set(held.map(({ personId }) => personId))
  return peopleOf(session).filter((person) => !there.has(person))
}

function standingOf(session: ProgrammeSession): Standing {
  const from = wallMinutes(session.startsAt!)
  return {
    session,
    from,
    until: from + (session.durationMinutes ?? usualMinutes),
    people: peopleOf(session),
    remote: remotePeopleOf(session),
    isForAll: isForAll({ ...session, track: session.trackId, room: session.roomId }),
  }
}

/** Whether the task may move the session. What is for everybody is a frame that only a repair moves. */
function mayMove(session: ProgrammeSession, task: PlanTask, lockedIds: readonly string[]): boolean {
  if (lockedIds.includes(session.id)) return false
  const isPlaced = session.startsAt !== null
  switch (task.kind) {
    case 'all':
      return !isPlaced || !session.isPlenary
    case 'unplaced':
      return !isPlaced
    case 'improve':
      return isPlaced && !session.isPlenary
    case 'repair':
    case 'replan':
      return isPlaced
  }
}

function meet(a: Standing, b: Standing, gap: number): boolean {
  return a.from < b.until + gap && b.from < a.until + gap
}

/** Whether two sessions that stay rule each other out: one room, one person, or everybody. */
function collide(a: Standing, b: Standing, changeMinutes: number): boolean {
  const inOneRoom = a.session.roomId === b.session.roomId
  if (meet(a, b, 0) && (a.isForAll || b.isForAll || (inOneRoom && a.session.roomId !== null))) return true
  const both = a.people.filter((person) => b.people.includes(person))
  const walking = both.filter((person) => !a.remote.includes(person) && !b.remote.includes(person))
  return (both.length > 0 && meet(a, b, 0)) || (walking.length > 0 && meet(a, b, inOneRoom ? 0 : changeMinutes))
}

function breakOrder(a: Standing, b: Standing, wishes: readonly OrderWish[]): boolean {
  return wishes.some(({ firstSessionId, thenSessionId }) => {
    const [first, then] = [a, b].toSorted((one) => (one.session.id === firstSessionId ? -1 : 1))
    return first?.session.id === firstSessionId && then?.session.id === thenSessionId && first.until > then.from
  })
}

function isLost(standing: Standing, losses: readonly Loss[]): boolean {
  return losses.some((loss) => {
    if (loss.kind === 'day') return standing.session.day === loss.day
    const isOver = standing.until <= wallMinutes(loss.from) || standing.from >= wallMinutes(loss.until)
    if (isOver) return false
    return loss.kind === 'room' ? standing.session.roomId === loss.roomId : standing.people.includes(loss.personId)
  })
}

function isAway({ people, from, until }: Standing, { circumstances }: PlanningInput): boolean {
  return circumstances.availabilities.some(
    ({ personId, windows }) =>
      people.includes(personId) &&
      !windows.some((window) => wallMinutes(window.from) <= from && until <= wallMinutes(window.until)),
  )
}

/** What cannot be used meanwhile. */
export function lossesOf(task: PlanTask): readonly Loss[] {
  return task.losses ?? []
}

/** Parts the sessions of the board into those that `task` may move, and those that others have to keep clear of. */
export function partSessions(input: PlanningInput, task: PlanTask): Parts {
  const { programme, lockedIds } = input.board
  const held = programme.sessions.filter((session) => session.state !== 'cancelled')
  const placed = held.filter((session) => session.startsAt !== null)
  const pauses = placed.filter(isPause).map(standingOf)
  const work = held.filter((session) => !isPause(session))
  const moving = work.filter((session) => mayMove(session, task, lockedIds))
  const kept = work.filter((session) => session.startsAt !== null && !moving.includes(session)).map(standingOf)
  const running = moving.filter((session) => session.startsAt !== null).map(standingOf)
  // A break that the draft itself does not keep is no rule: a workshop that takes the day takes its breaks as it can. Where
  // everything is planned anew, what only runs into a break is no such workshop.
  const takes = (one: Standing, pause: Standing) =>
    task.kind === 'all' ? one.from <= pause.from && pause.until <= one.until : meet(one, pause, 0)
  const breaks = pauses.filter((pause) => pause.isForAll && !running.some((one) => takes(one, pause)))
  const staying: Standing[] = []
  const amiss = pauses.filter((pause) => !breaks.includes(pause))
  for (const one of kept.toSorted((a, b) => Number(b.isForAll) - Number(a.isForAll) || a.from - b.from)) {
    const { pace, orderWishes } = input.circumstances
    const isWrong =
      isAway(one, input) ||
      isLost(one, lossesOf(task)) ||
      pauses.some((pause) => collide(one, pause, pace.changeMinutes)) ||
      staying.some((other) => collide(one, other, pace.changeMinutes) || breakOrder(one, other, orderWishes))
    ;(isWrong ? amiss : staying).push(one)
  }
  return {
    moving,
    staying,
    amiss,
    breaks: [...breaks, ...amiss.filter((one) => one.isForAll && !isPause(one.session))],
  }
}
