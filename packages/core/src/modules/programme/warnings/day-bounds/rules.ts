import { wallMinutes } from '../../grid/rules.ts'
import { toPlaced } from '../spans/rules.ts'
import type { SessionRule } from '../types.ts'

/** A session begins before the day does or ends after it. Evening events may: what is for meeting people is not bound. */
export const outsideDay: SessionRule<'outside-day'> = {
  kind: 'outside-day',
  severity: 'warning',
  of: 'session',
  find: (session, { pace }) => {
    const placed = toPlaced(session)
    if (!placed || session.type === 'networking') return []
    const { day, start, end } = placed
    const minutesEarly = pace.dayBegins === null ? 0 : Math.max(0, wallMinutes(`${day}T${pace.dayBegins}`) - start)
    const minutesLate = pace.dayEnds === null ? 0 : Math.max(0, end - wallMinutes(`${day}T${pace.dayEnds}`))
    if (minutesEarly + minutesLate === 0) return []
    return [{ about: [session.id], sessionIds: [session.id], facts: { day, minutesEarly, minutesLate } }]
  },
}
