import type { Delivery } from '../../../../platform/mail/mailer.ts'

/** How a trial ended; without a server there was none. */
export type TrialOutcome = Delivery | { readonly kind: 'no-address' } | { readonly kind: 'no-server' }
