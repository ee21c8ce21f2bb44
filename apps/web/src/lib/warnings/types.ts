import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Equipment, OrderWish, Slot } from '@fachtag/core/modules/programme/circumstances/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import type { Messages } from '#lib/messages/messages.ts'

/** What ids in warnings are called. What is not there (any more) is undefined; the sentences then say so. */
export type WarningNames = {
  session(id: string): Pick<ProgrammeSession, 'title' | 'day' | 'startsAt' | 'durationMinutes' | 'roomId'> | undefined
  person(id: string): string | undefined
  /** Who an appearance is of. */
  appearance(id: string): string | undefined
  room(id: string): string | undefined
  track(id: string): string | undefined
  topic(id: string): string | undefined
  slot(id: string): Slot | undefined
  wish(id: string): OrderWish | undefined
  /** Names of the rooms that hold so many people, the smallest first. */
  roomsOfSize(seats: number): readonly string[]
  /** Names of the rooms that are noted to have all of this. */
  roomsWith(equipment: readonly Equipment[]): readonly string[]
  /** Whether times alone do not say when something is. */
  readonly hasManyDays: boolean
}

/** A language: its texts about warnings, and how it writes days and times. */
export type WarningLanguage = { readonly locale: Locale; readonly t: Messages['warnings'] }

/** A warning in words. */
export type WordedWarning = {
  /** What kind of warning it is. */
  readonly title: string
  /** Whom or what it is about, by name. */
  readonly subject: string
  /** What is so, and why that is worth a look. */
  readonly sentences: readonly string[]
  /** What would help. */
  readonly help: readonly string[]
  /** Where it can be seen. */
  readonly sessions: readonly { readonly id: string; readonly title: string }[]
}
