import type { TimeWindow } from '../../circumstances/types.ts'
import { wallMinutes } from '../../grid/rules.ts'
import type { BondRule, Placed } from '../types.ts'

/** The minutes of a session that no window covers; windows may touch or overlap. */
function minutesOutside({ start, end }: Placed, windows: readonly TimeWindow[]): number {
  const inOrder = windows
    .map(({ from, until }) => ({ from: wallMinutes(from), until: wallMinutes(until) }))
    .sort((a, b) => a.from - b.from)
  let [covered, reached] = [0, start]
  for (const { from, until } of inOrder) {
    covered += Math.max(0, Math.min(until, end) - Math.max(from, reached))
    reached = Math.max(reached, until)
  }
  return end - start - covered
}

/** Somebody is planned for when they said they are not there. Who was not asked is there always; who gave no time, never. */
export const outsideAvailability: BondRule<'outside-availability'> = {
  kind: 'outside-availability',
  severity: 'error',
  of: 'person',
  find: (sessions, personId, world) => {
    const windows = world.windows.get(personId)
    if (!windows) return []
    return sessions.flatMap((placed) => {
      const outside = minutesOutside(placed, windows)
      const facts = { personId, minutesOutside: outside, windows }
      return outside > 0 ? [{ about: [personId, placed.session.id], sessionIds: [placed.session.id], facts }] : []
    })
  },
}
