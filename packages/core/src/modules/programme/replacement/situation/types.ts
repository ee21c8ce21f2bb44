import type { ProgrammeRoom, ProgrammeSession, ProgrammeTrack } from '../../types.ts'
import type { ReserveCandidate } from '../candidates/types.ts'

/** A session of the draft as it is before somebody is replaced, and who of the reserve list might come. */
export type Situation = {
  readonly session: ProgrammeSession
  readonly track: ProgrammeTrack | null
  readonly room: ProgrammeRoom | null
  /** Whether the room is noted to have what a video call needs; null where nothing is noted, or there is no room. */
  readonly isRoomRemote: boolean | null
  readonly isPublic: boolean
  readonly reserves: readonly ReserveCandidate[]
}
