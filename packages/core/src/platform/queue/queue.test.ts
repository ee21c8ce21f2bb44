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
const open = () => openQueue({ url, jobs: [greet], context, log: silentLog })

const queue = await open()
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
  await expect(openQueue({ url, jobs: [greet, { ...greet }], context, log: silentLog })).rejects.toThrow('test.greet')
})

test('what waits is worked on, and again when it failed', async () => {
  await sql`update pgboss.queue set retry_delay = 1 where name = 'test.greet'`.execute(db)
  await sql`update pgboss.job set retry_delay = 1 where name = 'test.greet'`.execute(db)
  failures = 1
  await queue.work()
  await expect.poll(() => [...done].sort(), { timeout: 20_000 }).toEqual([2, 4])
})
