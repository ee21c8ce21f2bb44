import type { Locale } from '../../../kernel/localized-text.ts'
import type { RenderedMail } from '../../messages/mail/rendering/types.ts'
import type { SessionChange } from '../impact/types.ts'

/** What whoever publishes wants of the mails. */
export type NoticeWish = {
  /** Ids of persons who are not written to. */
  readonly leftOut: readonly string[]
  /** Said to everybody beside what has changed for them. */
  readonly line?: string | undefined
  /** The mails wait in the outbox until somebody lets them go. */
  readonly isHeldBack: boolean
}

/** The edition that notices are about. */
export type NoticePlace = {
  readonly editionName: string
  /** Of the edition's public pages, without a language: `/reihe/ausgabe`; null while it is not public. */
  readonly path: string | null
  readonly timeZone: string
  /** Over: nobody is written to about it any more. */
  readonly isHeld: boolean
  /** The address of a contact person for answers; null where there is none. */
  readonly replyTo: string | null
}

/** How somebody can be reached. */
export type Reach = {
  readonly personId: string
  /** With academic title, as it is today. */
  readonly name: string
  /** null where nobody knows one. */
  readonly email: string | null
  readonly phone: string | null
  readonly locale: Locale
  /** Of the person's public page; null for who is not listed. */
  readonly slug: string | null
  /** Mail to this address came back the last time. */
  readonly isBounced: boolean
}

/** A mail to somebody whom a release concerns. */
export type Notice = {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly locale: Locale
  readonly changes: readonly SessionChange[]
  readonly mail: RenderedMail
}

/** Somebody who has to be told otherwise. */
export type Unreached = {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly reason: 'no-address' | 'bounced'
  readonly changes: readonly SessionChange[]
}

/** Who would be told what. Everybody is in one of the lists, once, by name. */
export type NoticePreview = { readonly notices: readonly Notice[]; readonly unreached: readonly Unreached[] }

/** What was written. */
export type Told = {
  readonly count: number
  readonly isHeldBack: boolean
  readonly unreached: readonly Unreached[]
}
