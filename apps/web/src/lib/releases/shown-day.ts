import type { ChangeReport } from '@fachtag/core/modules/programme/changelog/types'
import {
  compareDay,
  listComparedDays,
  markSessions,
  onlyTouchedRooms,
} from '@fachtag/core/modules/programme/comparison/rules'
import type { ComparedDay } from '@fachtag/core/modules/programme/comparison/types'
import type { Programme } from '@fachtag/core/modules/programme/types'
import { withoutDay } from '#lib/programme/place.ts'
import { Unsent } from '#lib/unsent.ts'
import type { ShownDay } from './types.ts'

type Compared = { readonly before: Programme; readonly after: Programme; readonly report: ChangeReport }

/** The day that an address names, else the one with the most to see. */
function chooseDay(days: readonly ComparedDay[], named: string | null): string | null {
  const day = named === withoutDay ? null : named
  if (named !== null && days.some((one) => one.day === day)) return day
  const sorted = days.toSorted((a, b) => b.markCount - a.markCount)
  return sorted[0]?.day ?? null
}

/** The day of a difference that the query asks for (`tag`, `alle`): only rooms in which something changes, or all. */
export function showDifference({ before, after, report }: Compared, query: URLSearchParams): ShownDay {
  const markOf = markSessions(report)
  const days = listComparedDays({ before, after }, markOf)
  const day = chooseDay(days, query.get('tag'))
  const sessions = compareDay({ before, after }, markOf, day)
  const touched = onlyTouchedRooms(sessions)
  const isWhole = query.has('alle')
  return {
    days: days.filter(({ markCount }) => markCount > 0 || isWhole),
    day,
    sessions: new Unsent(isWhole ? sessions : touched),
    isWhole: touched.length < sessions.length ? isWhole : null,
  }
}

/** The day of a programme that the query asks for (`tag`), as it stands there. */
export function showProgramme(programme: Programme, query: URLSearchParams): ShownDay {
  const both = { before: programme, after: programme }
  const days = listComparedDays(both, new Map())
  const named = query.get('tag')
  const wanted = days.find((one) => one.day === (named === withoutDay ? null : named))
  const day = (named !== null && wanted ? wanted : days[0])?.day ?? null
  return { days, day, sessions: new Unsent(compareDay(both, new Map(), day)), isWhole: null }
}
