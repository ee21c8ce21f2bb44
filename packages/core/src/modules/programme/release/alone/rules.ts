import type { Programme } from '../../types.ts'
import type { SessionChange } from './types.ts'

/** `programme` with this one session changed. */
export function changeOne(programme: Programme, id: string, change: SessionChange): Programme {
  return { ...programme, sessions: programme.sessions.map((one) => (one.id === id ? change(one) : one)) }
}
