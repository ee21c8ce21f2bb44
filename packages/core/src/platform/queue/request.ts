import type { z } from 'zod'
import type { Transaction } from '../database/tables.ts'

/** A job as who asks for it sees it. */
export interface JobRequest<P extends object> {
  /** Stays the same for ever: jobs that wait in the database carry it. */
  readonly name: string
  readonly payload: z.ZodType<P>
}

/** Asks for a job within a transaction: when `tx` commits the job is there, when it rolls back it never was. */
export type Enqueue = <P extends object>(tx: Transaction, job: JobRequest<P>, payload: P) => Promise<void>
