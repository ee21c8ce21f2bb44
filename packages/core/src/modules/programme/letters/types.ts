import type { EditionDate } from '../../editions/types.ts'
import type { LeftOut, LetterPreview, Recipient } from '../../messages/mail/letters/types.ts'
import type { TextProblem } from '../../messages/mail/templates/types.ts'

/** In what way somebody takes part in an edition. */
export const audienceRoles = ['speaker', 'moderator', 'panelist', 'host', 'contact'] as const
export type AudienceRole = (typeof audienceRoles)[number]

/** Whom a letter is for. Within a list any of its entries will do; an empty list asks for nothing. */
export type Audience = {
  /** The slug of the edition whose people are meant: this one or an earlier one of the series. */
  readonly edition: string
  readonly roles: readonly AudienceRole[]
  /** Two-digit keys of the Länder of their organisations. */
  readonly lands: readonly string[]
  /** Kinds of their organisations. */
  readonly organisationKinds: readonly string[]
}

/** The edition that a letter is about, and those whose people it may go to. */
export type LetterPlace = {
  readonly edition: {
    readonly name: string
    readonly slug: string
    readonly date: EditionDate | null
    readonly isPublic: boolean
  }
  readonly seriesName: string
  readonly seriesSlug: string
  readonly editions: readonly { readonly id: string; readonly slug: string; readonly name: string }[]
}

/** What a letter would come to. */
export type LetterDraft = {
  readonly recipients: readonly Recipient[]
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly TextProblem[]
  /** As one of the recipients would get it; null where there is none, or the text is wrong. */
  readonly shown: LetterPreview | null
}

/** Somebody who takes part, with the country of the organisation they came for. */
export type Participant = {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly country: string | null
}
