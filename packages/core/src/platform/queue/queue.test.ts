import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/database.ts'
import { createContext } from '../../app/context.ts'
import { systemActor } from '../../kernel/actor.ts'
import { silentLog } from '../log/log.ts'
import { defineJob } from './job.ts'
import { openQueue } from './queue.ts'

const { db, url } = await testDatabase()

const done: number[] = []
let failures = 0
const greet = defineJob({
  name: 'test.greet',
  payload: z.object({ number: z.number() }),
  run: async (_ctx, { number }) => {
    if (failures-- > 0) throw new Error('not yet')
    done.push(number)
  },
})
const unlisted = defineJob({ name: 'test.unlisted', payload: z.object({}), run: async () => {} })
const context = () => createContext(db, systemActor)
const asking = { url, jobs: [greet], context, log: silentLog, work: false, migrate: true }

const queue = await openQueue(asking)
afterAll(() => queue.stop())

async function waiting(): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select (data->>'number')::int as number from pgboss.job
    where name = 'test.greet' and state = 'created' order by number`.execute(db)
  return rows.map((row) => row.number)
}

describe('asking for a job', () => {
  test('that is rolled back never was', async () => {
    const failing = db.transaction().execute(async (tx) => {
      await queue.enqueue(tx, greet, { number: 1 })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await waiting()).toEqual([])
  })

  test('that is committed is there, not before', async () => {
    await db.transaction().execute(async (tx) => {
      await queue.enqueue(tx, greet, { number: 2 })
      expect(await waiting()).toEqual([])
    })
    expect(await waiting()).toEqual([2])
  })

  test('with a payload of another shape fails where it is asked for', async () => {
    const careless = { number: 'three' } as unknown as { number: number }
    await expect(db.transaction().execute((tx) => queue.enqueue(tx, greet, careless))).rejects.toThrow()
    expect(await waiting()).toEqual([2])
  })

  test('that nobody works on fails where it is asked for', async () => {
    await expect(db.transaction().execute((tx) => queue.enqueue(tx, unlisted, {}))).rejects.toThrow('app/jobs.ts')
  })

  test('survives that the process is killed after the commit', async () => {
    const script = new URL('./enqueue-and-die.ts', new URL('../../../test/', import.meta.url))
    const child = spawn(process.execPath, [script.pathname, url], { stdio: ['ignore', 'ignore', 'inherit'] })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(await waiting()).toEqual([2, 4])
  })
})

test('two jobs of one name are refused at the start', async () => {
  await expect(openQueue({ ...asking, jobs: [greet, { ...greet }] })).rejects.toThrow('test.greet')
})

test('what waits is worked on, and again when it failed', async () => {
  failures = 1
  const worker = await openQueue({ ...asking, work: true })
  await sql`update pgboss.job set retry_delay = 1 where name = 'test.greet'`.execute(db)
  await expect.poll(() => [...done].sort(), { timeout: 20_000 }).toEqual([2, 4])
  expect(await worker.settled(5_000)).toBe(true)
  await worker.stop()
})

// A worker that hardly ever looks by itself: what it does soon, it was told of.
const told = { ...asking, work: true, pollingSeconds: 600 }

test('a worker is told of a job when it is committed', async () => {
  const worker = await openQueue(told)
  await db.transaction().execute((tx) => queue.enqueue(tx, greet, { number: 5 }))
  await expect.poll(() => done, { interval: 10, timeout: 20_000 }).toContain(5)
  await worker.stop()
})

test('a worker goes on with the jobs of one transaction until none is left', async () => {
  const worker = await openQueue(told)
  const numbers = Array.from({ length: 35 }, (_, n) => 100 + n)
  await db.transaction().execute(async (tx) => {
    for (const number of numbers) await queue.enqueue(tx, greet, { number })
  })
  expect(await worker.settled(20_000)).toBe(true)
  expect(done).toEqual(expect.arrayContaining(numbers))
  await worker.stop()
})

test('a job that nobody works on does not settle', async () => {
  await db.transaction().execute((tx) => queue.enqueue(tx, greet, { number: 6 }))
  expect(await queue.settled(200)).toBe(false)
})

test('tables that may not be made are told', async () => {
  const { url: bare } = await testDatabase()
  const careful = openQueue({ ...asking, url: bare, migrate: false })
  await expect(careful).rejects.toMatchObject({ code: 'database.not_migrated' })
})
