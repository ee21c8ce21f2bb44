import type { Impact } from '../../impact/types.ts'
import type { Told } from '../../notices/types.ts'
import type { ProgrammeSession } from '../../types.ts'
import type { ReleaseEntry } from '../types.ts'

/** What becomes of a session; one that stays as it is comes back as the same object. */
export type SessionChange = (session: ProgrammeSession) => ProgrammeSession

/** What a change of one session was to the public. */
export type PublishedAlone = {
  /** null where the public does not see the session, so that only the draft has changed. */
  readonly release: ReleaseEntry | null
  /** Who has to be told, and what; nobody where nothing was published. */
  readonly impact: Impact
  /** What became of the mails; null where none were asked for, or nothing was published. */
  readonly told: Told | null
}

/** `unchanged`: the session is so already, in the draft and in public; nothing was written. */
export type AloneOutcome = ({ readonly kind: 'done' } & PublishedAlone) | { readonly kind: 'unchanged' }
