import type { Locale } from '../../../../kernel/localized-text.ts'
import type { Values } from '../rendering/rules.ts'
import type { RenderedMail } from '../rendering/types.ts'
import type { TemplateText, TextProblem } from '../templates/types.ts'

/** Somebody whom a letter is meant for. */
export type Candidate = {
  readonly personId: string
  readonly name: string
  /** As it was written down; null when nobody knows one. */
  readonly email: string | null
  readonly locale: Locale
  readonly values: Values
}

export type Recipient = Candidate & { readonly address: string }

/** Why somebody gets no letter. `same-address`: somebody before them in the list gets it there. */
export type LeaveOutReason = 'no-address' | 'bounced' | 'unsubscribed' | 'same-address'

export type LeftOut = { readonly personId: string; readonly name: string; readonly reason: LeaveOutReason }

export type SortedCandidates = { readonly recipients: readonly Recipient[]; readonly leftOut: readonly LeftOut[] }

/** A letter as its writer wants it. `id` is made with the form, so that sending the form twice writes one letter. */
export type Letter = {
  readonly id: string
  readonly template: string
  readonly text: TemplateText
  /** Whom it is for, to be kept with it. */
  readonly audience: object
  readonly replyTo: string | null
}

export type LetterOutcome =
  | { readonly kind: 'written'; readonly count: number }
  /** A letter with this id was written before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'wrong'; readonly problems: readonly TextProblem[] }

/** A letter as one of its recipients would get it. */
export type LetterPreview = { readonly recipient: Recipient; readonly mail: RenderedMail }
