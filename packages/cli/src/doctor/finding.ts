import type { LocalizedText } from '@fachtag/core/kernel/localized-text'

/** What the doctor found about one thing. */
export interface Finding {
  /** Stable name for programs. */
  readonly check: string
  /** `warning`: works, but probably not as meant. `problem`: does not work. */
  readonly state: 'ok' | 'warning' | 'problem'
  readonly says: LocalizedText
  /** What to do about it. */
  readonly mend?: LocalizedText
}

export const ok = (check: string, says: LocalizedText): Finding => ({ check, state: 'ok', says })

export const warning = (check: string, says: LocalizedText, mend: LocalizedText): Finding => ({
  check,
  state: 'warning',
  says,
  mend,
})

export const problem = (check: string, says: LocalizedText, mend: LocalizedText): Finding => ({
  check,
  state: 'problem',
  says,
  mend,
})
