import type { BookmarkList } from '../../bookmarks/types.ts'
import { wallMinutes } from '../../grid/rules.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { isSamePlace } from '../../variants/rules.ts'
import { countSeverities, findWarnings } from '../../warnings/rules.ts'
import { usualMinutes } from '../staying/rules.ts'
import type { PlanningInput } from '../types.ts'
import type { PlanFigures } from './types.ts'

type Span = { readonly from: number; readonly until: number }

/** The most of these that one can go to: always the one that ends first next. */
function mostOf(spans: readonly Span[]): number {
  let [count, end] = [0, Number.NEGATIVE_INFINITY]
  for (const span of spans.toSorted((a, b) => a.until - b.until)) {
    if (span.from < end) continue
    count++
    end = span.until
  }
  return count
}

/**
 * The share of all marks whose sessions can be gone to, everybody choosing the best for themselves; a session without a time
 * cannot. Null where there are no marks.
 */
export function attendableShare(
  sessions: readonly ProgrammeSession[],
  bookmarks: readonly BookmarkList[],
): number | null {
  const known = new Map(sessions.map((session) => [session.id, session]))
  let [marked, attended] = [0, 0]
  for (const { sessions: ids, count } of bookmarks) {
    const own = ids.flatMap((id) => known.get(id) ?? [])
    const spans = own.flatMap(({ startsAt, durationMinutes }) => {
      if (startsAt === null) return []
      const from = wallMinutes(startsAt)
      return [{ from, until: from + (durationMinutes ?? usualMinutes) }]
    })
    marked += own.length * count
    attended += mostOf(spans) * count
  }
  return marked === 0 ? null : attended / marked
}

function isWork({ state, type }: ProgrammeSession): boolean {
  return state === 'planned' && type !== 'break' && type !== 'networking'
}

/** How `programme` would do in the place of the draft that `input` is about. */
export function figuresOf(programme: Programme, input: PlanningInput): PlanFigures {
  const work = programme.sessions.filter(isWork)
  const draft = new Map(input.board.programme.sessions.map((session) => [session.id, session]))
  const published = new Map(input.published?.sessions.map((session) => [session.id, session]))
  const moved = programme.sessions.filter((session) => {
    const before = draft.get(session.id)
    return before && !isSamePlace(before, session)
  })
  const warnings = findWarnings(programme, input.circumstances)
  const doubled = warnings.flatMap((one) => (one.kind === 'person-in-two-places' ? one.facts.personId : []))
  return {
    placed: work.filter((session) => session.startsAt !== null).length,
    unplaced: work.filter((session) => session.startsAt === null).length,
    attendable: attendableShare(programme.sessions, input.bookmarks),
    peopleInTwoPlaces: new Set(doubled).size,
    moved: moved.length,
    movedPublished: moved.filter((session) => {
      const known = published.get(session.id)
      return known?.startsAt && isSamePlace(known, draft.get(session.id)!)
    }).length,
    warnings: countSeverities(warnings),
  }
}
