import type { ProgrammeSession } from '../../types.ts'
import { findReplaced } from '../rules.ts'
import type { ConnectionInput } from './schema.ts'

/** The session with those who are meant taking part in this way. One in which they do already comes back as it is. */
export function connect(session: ProgrammeSession, { appearanceId, mode }: ConnectionInput): ProgrammeSession {
  const meant = new Set(findReplaced(session, appearanceId).filter((held) => held.mode !== mode))
  if (meant.size === 0) return session
  return { ...session, appearances: session.appearances.map((held) => (meant.has(held) ? { ...held, mode } : held)) }
}
