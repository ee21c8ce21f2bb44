import type { Delivery } from '../../../../platform/mail/mailer.ts'
import type { MailState } from '../types.ts'

/** Minutes to wait after the first, second, … attempt that did not get through. */
const pauses = [1, 5, 15, 60, 240, 720] as const

/** How many attempts a mail gets before it is left to the organisers. */
export const mostAttempts = pauses.length + 1

/** Longer than this no attempt takes: a mail that is still being sent lost its sender. */
export const longestAttempt = Temporal.Duration.from({ minutes: 5 })

/** What an attempt leads to. */
export type NextStep = {
  readonly state: MailState
  readonly problem: string | null
  readonly reply: string | null
  readonly nextAttemptAt: Temporal.Instant | null
}

/** What becomes of a mail after its attempt number `attempts` (from 1) at `now` ended like this. */
export function nextStep(delivery: Delivery, attempts: number, now: Temporal.Instant): NextStep {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', problem: null, reply: delivery.reply, nextAttemptAt: null }
    case 'bounced':
      return { state: 'bounced', problem: 'recipient', reply: delivery.reply, nextAttemptAt: null }
    case 'refused':
      return { state: 'failed', problem: delivery.problem, reply: delivery.reply, nextAttemptAt: null }
    case 'unknown':
      return { state: 'unknown', problem: delivery.problem, reply: null, nextAttemptAt: null }
    case 'later': {
      const minutes = pauses[attempts - 1]
      const { problem, reply } = delivery
      return minutes === undefined
        ? { state: 'failed', problem, reply, nextAttemptAt: null }
        : { state: 'queued', problem, reply, nextAttemptAt: now.add({ minutes }) }
    }
  }
}
