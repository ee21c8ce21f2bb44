import { noCircumstances } from '../src/modules/programme/circumstances/rules.ts'
import { usualLevels } from '../src/modules/programme/planning/levels/rules.ts'
import type { PlanningInput } from '../src/modules/programme/planning/types.ts'
import type { ProgrammeSession } from '../src/modules/programme/types.ts'
import { someAppearance, someSession } from './programme.ts'

export const planDay = '2031-11-05'

/** `09:30` on the day of the plan. */
export const onDay = (time: string): string => `${planDay}T${time}`

/** A place such as `09:00 saal`, or `09:00` without a room. */
export function standingAt(place: string) {
  const [time, roomId = null] = place.split(' ')
  return { day: planDay, startsAt: onDay(time!), roomId }
}

/** Sessions of 45 minutes by their ids; `at` is a place, `by` the people. */
export function plannedSessions(
  given: Readonly<
    Record<string, Partial<ProgrammeSession> & { readonly at?: string; readonly by?: readonly string[] }>
  >,
): ProgrammeSession[] {
  return Object.entries(given)
    .map(([id, { at, by = [], ...rest }]) =>
      someSession({
        id,
        durationMinutes: 45,
        ...(at ? standingAt(at) : {}),
        appearances: by.map((personId) => someAppearance({ id: `${personId}-${id}`, personId })),
        ...rest,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** One day with two rooms, `saal` (100 seats) and `raum` (20), and nothing known but what is given. */
export function planningInput(
  sessions: readonly ProgrammeSession[],
  more: Partial<Omit<PlanningInput, 'board'>> & { readonly lockedIds?: readonly string[] } = {},
): PlanningInput {
  const { lockedIds = [], ...rest } = more
  const rooms = [
    { id: 'raum', slug: 'raum', name: 'Raum', capacity: 20, position: 1 },
    { id: 'saal', slug: 'saal', name: 'Saal', capacity: 100, position: 0 },
  ]
  const circumstances = rest.circumstances ?? noCircumstances
  return {
    board: {
      programme: { timeZone: 'Europe/Berlin', tracks: [], rooms, sessions },
      slots: circumstances.slots,
      lockedIds,
    },
    published: null,
    bookmarks: [],
    demand: new Map(),
    levels: usualLevels,
    days: [planDay],
    ...rest,
    circumstances,
  }
}
