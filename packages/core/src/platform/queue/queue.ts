import { setTimeout as delay } from 'node:timers/promises'
import { type Job as Claimed, fromKysely, type JobResult, PgBoss } from 'pg-boss'
import { DomainError } from '../../kernel/errors.ts'
import type { Context } from '../context/types.ts'
import type { Log } from '../log/log.ts'
import type { AnyJob } from './job.ts'
import type { Enqueue } from './request.ts'

export interface Queue {
  readonly enqueue: Enqueue
  /** Resolves when nothing is left to do: no job waits for its turn or is being worked on. False after `milliseconds`. */
  settled(milliseconds: number): Promise<boolean>
  /** Whether the queue's tables can be used. Throws what the database says when not. */
  check(): Promise<void>
  /** Takes no more jobs and lets the running ones end (twenty seconds at most; what is cut off is tried again). */
  stop(): Promise<void>
}

export interface QueueOptions {
  readonly url: string
  /** Every job there is. */
  readonly jobs: readonly AnyJob[]
  /** The context that jobs run in; `enqueue` is that of this queue, which jobs may need before it is answered. */
  readonly context: (enqueue: Enqueue) => Context
  readonly log: Log
  /** Whether this process works on jobs; else it only asks for them. */
  readonly work: boolean
  /** Whether the queue's tables may be made or brought up to date. */
  readonly migrate: boolean
  /** How often a worker looks for jobs that it was not told of. Default 2. */
  readonly pollingSeconds?: number
}

export const queueSchema = 'pgboss'
const timeZone = 'Europe/Berlin'

function connectBoss({ url, log, work, migrate }: QueueOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    schema: queueSchema,
    max: 4,
    application_name: 'fachtag-queue',
    migrate,
    // A worker hears of a job when it is committed; asking every few seconds stays as the safety net.
    useListenNotify: work,
    supervise: work,
    schedule: work,
  })
  // Told so that nobody wonders; it comes back by itself with the database.
  boss.on('error', (error) => log.warn('queue cannot reach the database', { error }))
  return boss
}

async function start(boss: PgBoss, options: QueueOptions, enqueue: Enqueue): Promise<void> {
  try {
    await boss.start()
    await declare(boss, options.jobs)
    if (options.work) await startWork(boss, options, enqueue)
  } catch (error) {
    await boss.stop({ graceful: false })
    const behind = error instanceof Error && /not installed|requires migrations/.test(error.message)
    throw behind ? new DomainError('database.not_migrated', { count: 1 }) : error
  }
}

function assertUnique(jobs: readonly AnyJob[]): void {
  const names = jobs.map((job) => job.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`two jobs are called ${twice}`)
}

async function declare(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  for (const { name, retries = 5 } of jobs) {
    const options = { retryLimit: retries, retryDelay: 10, retryBackoff: true, notify: true }
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }
}

async function schedule(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  const wanted = new Map(jobs.flatMap((job) => (job.schedule ? [[job.name, job.schedule]] : [])))
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
  for (const [name, cron] of wanted) await boss.schedule(name, cron, {}, { tz: timeZone })
}

function workOptions({ pollingSeconds = 2 }: QueueOptions) {
  return {
    pollingIntervalSeconds: pollingSeconds,
    notifyPollingIntervalSeconds: pollingSeconds,
    // A transaction tells of all its jobs with one message, so a worker goes on while there are more.
    batchSize: 10,
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const
}

async function runJob(
  job: AnyJob,
  claimed: Claimed<object>,
  { context, log }: QueueOptions,
  enqueue: Enqueue,
): Promise<JobResult> {
  try {
    await job.run(context(enqueue), job.payload.parse(claimed.data))
    return { id: claimed.id, status: 'completed' }
  } catch (error) {
    log.error('job failed', { job: job.name, attempt: claimed.retryCount + 1, error })
    // What is stored beside the job is the kind of error; its text may repeat what somebody typed.
    return { id: claimed.id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } }
  }
}

async function startWork(boss: PgBoss, options: QueueOptions, enqueue: Enqueue): Promise<void> {
  for (const job of options.jobs) {
    await boss.work<object, unknown, ReturnType<typeof workOptions>>(job.name, workOptions(options), async (batch) => {
      const results: JobResult[] = []
      for (const claimed of batch) results.push(await runJob(job, claimed, options, enqueue))
      return results
    })
  }
  await schedule(boss, options.jobs)
}

async function countUnsettled(boss: PgBoss, names: readonly string[]): Promise<number> {
  const question = `select count(*)::int as count from ${queueSchema}.job
    where name = any($1) and state in ('created', 'retry', 'active') and start_after <= now()`
  const { rows } = await boss.getDb().executeSql(question, [names])
  return (rows[0] as { count: number }).count
}

async function waitUntilSettled(boss: PgBoss, names: readonly string[], milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while ((await countUnsettled(boss, names)) > 0) {
    if (performance.now() > end) return false
    await delay(50)
  }
  return true
}

/** Opens the queue, and works on it when asked to. Throws `database.not_migrated` when its tables are behind and may not be changed. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  assertUnique(options.jobs)
  const boss = connectBoss(options)
  const known: readonly unknown[] = options.jobs
  const enqueue: Enqueue = async (tx, job, payload) => {
    if (!known.includes(job)) throw new Error(`nobody works on the job ${job.name}: app/jobs.ts does not list it`)
    await boss.send(job.name, job.payload.parse(payload), { db: fromKysely(tx) })
  }
  await start(boss, options, enqueue)
  const names = options.jobs.map((job) => job.name)
  return {
    enqueue,
    settled: (milliseconds) => waitUntilSettled(boss, names, milliseconds),
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
