import { byStart, inAnyOrder, isPause, overlapOf } from '../spans/rules.ts'
import type { BondRule } from '../types.ts'

/** While everybody is meant to be in one session, another runs on the same day. Breaks are left alone: people take them as they can. */
export const plenaryOverlapped: BondRule<'plenary-overlapped'> = {
  kind: 'plenary-overlapped',
  severity: 'warning',
  of: 'day',
  find: (sessions) => {
    const work = sessions.filter((one) => !isPause(one))
    const plenaries = work.filter(({ session }) => session.isPlenary)
    return plenaries.flatMap((plenary) =>
      work
        .filter((other) => overlapOf(plenary, other) > 0 && other !== plenary)
        // Two plenaries meet twice; the earlier one tells it.
        .filter((other) => !other.session.isPlenary || byStart(plenary, other) < 0)
        .map((other) => ({
          about: inAnyOrder(plenary, other),
          sessionIds: [plenary.session.id, other.session.id],
          facts: { overlapMinutes: overlapOf(plenary, other) },
        })),
    )
  },
}
