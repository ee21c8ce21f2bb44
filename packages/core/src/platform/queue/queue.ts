import { fromKysely, PgBoss } from 'pg-boss'
import type { Context } from '../context/types.ts'
import type { Log } from '../log/log.ts'
import type { AnyJob } from './job.ts'
import type { Enqueue } from './request.ts'

export interface Queue {
  readonly enqueue: Enqueue
  /** Starts to work on jobs in this process. */
  work(): Promise<void>
  /** Whether the queue's tables can be used. Throws what the database says when not. */
  check(): Promise<void>
  /** Takes no more jobs and lets the running ones end (twenty seconds at most; what is cut off is tried again). */
  stop(): Promise<void>
}

export interface QueueOptions {
  readonly url: string
  /** Every job there is. */
  readonly jobs: readonly AnyJob[]
  /** The context that jobs run in. */
  readonly context: () => Context
  readonly log: Log
}

export const queueSchema = 'pgboss'
const timeZone = 'Europe/Berlin'
const pollingSeconds = 2

function connectBoss(url: string, log: Log): PgBoss {
  const boss = new PgBoss({ connectionString: url, schema: queueSchema, max: 4, application_name: 'fachtag-queue' })
  // Told so that nobody wonders; it comes back by itself with the database.
  boss.on('error', (error) => log.warn('queue cannot reach the database', { error }))
  return boss
}

function assertUnique(jobs: readonly AnyJob[]): void {
  const names = jobs.map((job) => job.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`two jobs are called ${twice}`)
}

async function declare(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  for (const { name, retries = 5 } of jobs) {
    const options = { retryLimit: retries, retryDelay: 10, retryBackoff: true }
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }
}

async function schedule(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  const wanted = new Map(jobs.flatMap((job) => (job.schedule ? [[job.name, job.schedule]] : [])))
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
  for (const [name, cron] of wanted) await boss.schedule(name, cron, {}, { tz: timeZone })
}

async function startWork(boss: PgBoss, { jobs, context, log }: QueueOptions): Promise<void> {
  for (const job of jobs) {
    await boss.work<object>(job.name, { pollingIntervalSeconds: pollingSeconds, batchSize: 1 }, async (batch) => {
      for (const { data, retryCount } of batch) {
        try {
          await job.run(context(), job.payload.parse(data))
        } catch (error) {
          log.error('job failed', { job: job.name, attempt: retryCount + 1, error })
          throw error
        }
      }
    })
  }
  await schedule(boss, jobs)
}

/** Opens the queue and makes its tables when they are missing or of an older version. Works on nothing until `work` is called. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  assertUnique(options.jobs)
  const boss = connectBoss(options.url, options.log)
  await boss.start()
  await declare(boss, options.jobs)
  const known: readonly unknown[] = options.jobs
  return {
    enqueue: async (tx, job, payload) => {
      if (!known.includes(job)) throw new Error(`nobody works on the job ${job.name}: app/jobs.ts does not list it`)
      await boss.send(job.name, job.payload.parse(payload), { db: fromKysely(tx) })
    },
    work: () => startWork(boss, options),
    check: async () => {
      await boss.schemaVersion()
    },
    stop: async () => {
      // Its connections say goodbye in the background; one that the end of the database overtakes is no news.
      boss.removeAllListeners('error').on('error', () => {})
      await boss.stop({ graceful: true, timeout: 20_000 })
    },
  }
}
