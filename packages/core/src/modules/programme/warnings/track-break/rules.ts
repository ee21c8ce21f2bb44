import { isPause, tellStretch, toStretches } from '../spans/rules.ts'
import type { BondRule } from '../types.ts'

/** Who follows a track sits for longer than the edition asks of anybody: its sessions leave no break between them. */
export const trackWithoutBreak: BondRule<'track-without-break'> = {
  kind: 'track-without-break',
  severity: 'hint',
  of: 'track',
  find: (sessions, trackId, { pace }) =>
    toStretches(
      sessions.filter((one) => !isPause(one)),
      pace.breakMinutes,
    )
      .filter(({ sessions: inIt, start, end }) => inIt.length > 1 && end - start > pace.stretchMinutes)
      .map((stretch) => ({
        about: [trackId, stretch.sessions[0]!.session.id],
        sessionIds: stretch.sessions.map(({ session }) => session.id),
        facts: { trackId, ...tellStretch(stretch, pace.stretchMinutes) },
      })),
}
