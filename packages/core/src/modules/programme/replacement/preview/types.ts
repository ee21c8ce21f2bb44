import type { Circumstances } from '../../circumstances/types.ts'
import type { Impact } from '../../impact/types.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import type { Warning } from '../../warnings/types.ts'

/** What a change of one session would mean. */
export type ChangePreview = {
  /** As the public would see it; as the draft would have it where nothing of it is public. */
  readonly session: ProgrammeSession
  readonly isPublic: boolean
  readonly impact: Impact
  /** The draft as it would be, for the names that warnings speak of. */
  readonly draft: Programme
  readonly circumstances: Circumstances
  /** Errors and warnings that the change brings, and that the draft does not have without it. */
  readonly warnings: readonly Warning[]
}

/** In all but `ready` there would be nothing to do (`ReplacementOutcome` says what each means). */
export type ReplacementPreview =
  | ({ readonly kind: 'ready' } & ChangePreview)
  | { readonly kind: 'nobody' | 'present' | 'used' | 'unchanged' }
