import type { PersonImpact } from '@fachtag/core/modules/programme/impact/types'
import type { NoticePreview } from '@fachtag/core/modules/programme/notices/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import type { Candidate, Values } from '#lib/form/types.ts'
import type { Messages } from '#lib/messages/messages.ts'
import type { WordedWarning } from '#lib/warnings/types.ts'

/** What can be done when somebody drops out, by the word in the address. */
export const ways = ['replace', 'remote', 'cancel'] as const
export type Way = (typeof ways)[number]

export type ReplacementProblem = keyof Messages['replacement']['problems']

/** What a change would mean, in the words of a language. */
export type PreviewView = {
  /** As it would be seen. */
  readonly session: ProgrammeSession
  readonly isPublic: boolean
  readonly people: readonly PersonImpact[]
  readonly notices: NoticePreview
  readonly warnings: readonly WordedWarning[]
}

/** The form as it came back: with a preview, or with what was wrong. */
export type ReplacementReply = {
  readonly values: Values
  readonly preview?: PreviewView
  readonly problem?: ReplacementProblem
  /** Who may be meant by the name. */
  readonly candidates?: readonly Candidate[]
}
