import type { Context } from '../context/types.ts'
import type { JobRequest } from './request.ts'

/** Work that is done after the transaction that asks for it, by whichever process works on jobs. */
export interface Job<P extends object> extends JobRequest<P> {
  /** Runs at least once for each job, as the system. It may run again after a crash, so doing it twice does no harm. */
  run(ctx: Context, payload: P): Promise<void>
  /** How often it is tried again when it throws, each time after a longer pause. Default 5. */
  readonly retries?: number
  /** When it comes by itself, with the payload `{}`: minute, hour, day, month, weekday in German time. */
  readonly schedule?: string
}

/** Declares a job: name, payload and handler together, so that none can be missing. `app/jobs.ts` lists it. */
export function defineJob<P extends object>(job: Job<P>): Job<P> {
  return job
}

// biome-ignore lint/suspicious/noExplicitAny: a list of jobs holds jobs of different payloads
export type AnyJob = Job<any>
