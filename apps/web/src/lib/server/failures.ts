import { DomainError } from '@fachtag/core/kernel/errors'
import type { Log } from '@fachtag/core/platform/log/log'
import type { HandleServerError } from '@sveltejs/kit/hooks'

type Caught = Parameters<HandleServerError>[0]
type Answer = { status: number; message: string; code?: string }

const statuses: Readonly<Record<string, number>> = {
  'access.denied': 403,
  'input.invalid': 422,
  'factor.strong_needed': 403,
  conflict: 409,
}

/** The HTTP status that says what a domain error says. Unknown codes of ours are the asker's mistake: 400. */
export function statusOf(code: string): number {
  return statuses[code] ?? (code.endsWith('.not_found') ? 404 : 400)
}

/** Where a fault of ours is written down. */
export type FaultLog = Pick<Log, 'error'>

/** Turns anything thrown while answering into a status; a fault of ours is logged with its stack and shown as 500. */
export function explain(caught: Caught, log: FaultLog): Answer {
  if (caught.kind !== 'unknown') return { status: caught.error.status, message: caught.error.message }
  const { error } = caught
  if (error instanceof DomainError) return { status: statusOf(error.code), message: error.message, code: error.code }
  log.error('page failed', { route: caught.event.route?.id ?? undefined, path: caught.event.url.pathname, error })
  return { status: 500, message: 'Internal error' }
}
