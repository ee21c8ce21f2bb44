import { isNear, lacksOf } from '../../logistics/readiness/rules.ts'
import type { SessionRule } from '../types.ts'

/** The day is near on which somebody takes part by video, and the line was not tried out, had problems, or nothing helps if it fails. */
export const remoteNotReady: SessionRule<'remote-not-ready'> = {
  kind: 'remote-not-ready',
  severity: 'warning',
  of: 'session',
  find: ({ id, day, startsAt, appearances }, { lines, today }) => {
    const on = day ?? startsAt?.slice(0, 10)
    if (on === undefined || today === null || !isNear(on, today)) return []
    const remote = appearances.filter((held) => held.state === 'planned' && held.mode === 'remote')
    const people = new Set(remote.flatMap((held) => held.personId ?? []))
    return [...people].flatMap((personId) => {
      const lacks = lacksOf(lines.get(personId), today)
      return lacks.length > 0 ? [{ about: [personId, id], sessionIds: [id], facts: { personId, lacks } }] : []
    })
  },
}
