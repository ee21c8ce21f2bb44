import type { Locale } from '../../../../kernel/localized-text.ts'
import { linkParameter } from '../setup/rules.ts'

/** Long enough for somebody's holiday. Instants have no days: 14 of 24 hours. */
export const invitationLifetime = Temporal.Duration.from({ hours: 14 * 24 })

/** How often one invitation is mailed, the first time counted. */
export const sendingsAtMost = 5

/** The address of the page that asks whether to accept an invitation. */
export function invitationAddress(origin: string, locale: Locale, token: string): string {
  return `${origin}${locale === 'en' ? '/en' : ''}/einladung?${linkParameter}=${token}`
}

type State = { readonly accepted_at: string | null; readonly withdrawn_at: string | null; readonly expires_at: string }

/** Why an invitation cannot be accepted at `now`; null when it can. A withdrawn one is as if it had never been. */
export function explainRefusal(state: State | undefined, now: Temporal.Instant): 'used' | 'expired' | 'unknown' | null {
  if (!state || state.withdrawn_at) return 'unknown'
  if (state.accepted_at) return 'used'
  return Temporal.Instant.compare(state.expires_at, now) <= 0 ? 'expired' : null
}
