import type { MailState } from '../types.ts'

/** What somebody may do with a mail in the outbox. */
export const mailActions = ['release', 'hold', 'retry', 'edit', 'delete'] as const
export type MailAction = (typeof mailActions)[number]

/** The states in which a mail may be treated so. What is being sent is out of everybody's hands. */
export const actionStates: Readonly<Record<MailAction, readonly MailState[]>> = {
  release: ['review', 'held'],
  hold: ['review', 'queued'],
  retry: ['failed', 'bounced', 'unknown'],
  edit: ['review', 'held', 'failed', 'bounced'],
  delete: ['review', 'held', 'failed', 'bounced', 'unknown'],
}

/** What may be done with a mail in `state`. */
export function actionsOn(state: MailState): MailAction[] {
  return mailActions.filter((action) => actionStates[action].includes(state))
}
