import type { Locale } from '../../../kernel/localized-text.ts'

/** A session as it is printed: every text ready, in the language of the print. */
export type PrintedSession = {
  readonly title: string
  /** Set in italics where the title is our description. */
  readonly titleIsGiven: boolean
  /** "Vortrag · Reihe A · Großer Saal · 45 Minuten" */
  readonly details: string
  readonly people: readonly string[]
  /** "Entfällt" or ''. */
  readonly mark: string
}

/** Sessions under one heading: a starting time, or where times are unknown a track. */
export type PrintedGroup = { readonly heading: string; readonly sessions: readonly PrintedSession[] }

export type PrintedDay = {
  readonly heading: string
  /** What is not known about the day, or ''. */
  readonly notice: string
  readonly groups: readonly PrintedGroup[]
}

/** A programme ready for the template `programme.typ`. */
export type PrintedProgramme = {
  readonly language: Locale
  readonly title: string
  readonly motto: string
  /** Date and place. */
  readonly when: string
  /** Which release this is. */
  readonly release: string
  /** "Seite" */
  readonly page: string
  /** Explains italic titles; '' where there are none. */
  readonly footnote: string
  readonly columns: 1 | 2
  readonly days: readonly PrintedDay[]
}
