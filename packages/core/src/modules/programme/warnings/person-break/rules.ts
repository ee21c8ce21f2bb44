import { isPause, tellStretch, toStretches } from '../spans/rules.ts'
import type { BondRule } from '../types.ts'

/** Somebody appears for longer than the edition asks of anybody, in sessions with no break between them on one day. */
export const personWithoutBreak: BondRule<'person-without-break'> = {
  kind: 'person-without-break',
  severity: 'warning',
  of: 'person',
  find: (sessions, personId, { pace }) =>
    toStretches(
      sessions.filter((one) => !isPause(one)),
      pace.breakMinutes,
    )
      .filter(({ sessions: inIt, start, end }) => inIt.length > 1 && end - start > pace.stretchMinutes)
      .map((stretch) => ({
        about: [personId, stretch.sessions[0]!.session.id],
        sessionIds: stretch.sessions.map(({ session }) => session.id),
        facts: { personId, ...tellStretch(stretch, pace.stretchMinutes) },
      })),
}
