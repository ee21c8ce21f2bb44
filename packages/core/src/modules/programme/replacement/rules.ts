import type { ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import type { StandIn } from './types.ts'

const speaks = ({ role }: ProgrammeAppearance) => role === 'speaker' || role === 'panelist'

/** Who of a session is to be replaced: the one that is named or, where nobody is, all who speak. */
export function findReplaced(session: ProgrammeSession, appearanceId: string | undefined): ProgrammeAppearance[] {
  const planned = session.appearances.filter((held) => held.state === 'planned')
  return planned.filter((held) => (appearanceId === undefined ? speaks(held) : held.id === appearanceId))
}

/**
 * The session with `standIn` in the place of `replaced`: who was planned stays as replaced, because history stays true; of
 * several the stand-in takes the first one's place and role, and the others are off. A session that does not have any of
 * them stays as it is.
 */
export function standInAt(
  session: ProgrammeSession,
  replaced: ReadonlySet<string>,
  { appearance, title, abstract }: Omit<StandIn, 'isUsed'>,
): ProgrammeSession {
  const first = session.appearances.find((held) => held.state === 'planned' && replaced.has(held.id))
  if (!first) return session
  const appearances = session.appearances.flatMap((held): ProgrammeAppearance[] => {
    if (held === first)
      return [
        { ...held, state: 'replaced' },
        { ...appearance, role: held.role, replacesId: held.id },
      ]
    const isOff = held.state === 'planned' && replaced.has(held.id)
    return [isOff ? { ...held, state: 'cancelled' } : held]
  })
  return { ...session, title: title ?? session.title, abstract: abstract ?? session.abstract, appearances }
}
