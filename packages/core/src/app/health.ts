import { statfs } from 'node:fs/promises'
import type { App } from './open.ts'

/** One thing that has to work, and whether it does. */
export interface HealthCheck {
  readonly ok: boolean
  readonly milliseconds: number
  /** What is wrong, for the operator: never the text of an error, which may hold an address or a password. */
  readonly problem?: string
}

export interface Health {
  readonly ok: boolean
  readonly checks: Readonly<Record<'database' | 'queue' | 'disk', HealthCheck>>
}

/** Below this PostgreSQL soon cannot write any more, and stops. */
export const leastFreeBytes = 200 * 1024 * 1024

const patience = 2_000

async function answers(problem: string, work: () => Promise<unknown>): Promise<HealthCheck> {
  const started = performance.now()
  const { promise: silence, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer')), patience)
  const ok = await Promise.race([work(), silence]).then(
    () => true,
    () => false,
  )
  clearTimeout(timer)
  return { ok, milliseconds: Math.round(performance.now() - started), ...(ok ? {} : { problem }) }
}

/** How many bytes may still be written under `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function hasRoom(folder: string): Promise<void> {
  if ((await freeBytes(folder)) < leastFreeBytes) throw new Error('the disk is nearly full')
}

/** Whether `app` can do its work now: each check is given up after two seconds. */
export async function checkHealth(app: App): Promise<Health> {
  const [database, queue, disk] = await Promise.all([
    answers('the database does not answer', () => app.db.selectFrom('publications').select('id').limit(1).execute()),
    answers('the tables of the queue cannot be read', () => app.queue.check()),
    // With a PostgreSQL elsewhere nothing of ours fills a disk here.
    answers('the disk has less than 200 MB left or is out of reach', () =>
      app.server.embedded ? hasRoom(app.settings.data) : Promise.resolve(),
    ),
  ])
  return { ok: database.ok && queue.ok && disk.ok, checks: { database, queue, disk } }
}
