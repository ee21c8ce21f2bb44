import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/database.ts'
import { createContext } from '../../app/context.ts'
import { systemActor } from '../../kernel/actor.ts'
import { silentLog } from '../log/log.ts'
import { forgetJobs } from './forget.ts'
import { defineJob } from './job.ts'
import { openQueue } from './queue.ts'

const { db, url } = await testDatabase()
const write = defineJob({ name: 'test.write', payload: z.object({ to: z.string() }), run: async () => {} })

test('without a queue there is nothing to forget', async () => {
  await expect(db.transaction().execute((tx) => forgetJobs(tx, 'ida'))).resolves.toBeUndefined()
})

test('jobs that name somebody are gone, done or not, and all others stay', async () => {
  const context = () => createContext(db, systemActor)
  const queue = await openQueue({ url, jobs: [write], context, log: silentLog, work: false, migrate: true })
  await db.transaction().execute(async (tx) => {
    for (const to of ['ida@example.org', 'IDA@example.org', 'frida@example.org', 'bo@example.org'])
      await queue.enqueue(tx, write, { to })
  })
  await sql`update pgboss.job set state = 'completed', completed_on = now() where data ->> 'to' = 'ida@example.org'`.execute(
    db,
  )
  await sql`update pgboss.job set output = '{"said": "ida@example.org"}' where data ->> 'to' = 'bo@example.org'`.execute(
    db,
  )
  await db.transaction().execute((tx) => forgetJobs(tx, '(?<![[:alnum:]])ida@example\\.org'))
  const { rows } = await sql<{
    to: string
  }>`select data ->> 'to' as to from pgboss.job where name = 'test.write'`.execute(db)
  expect(rows).toEqual([{ to: 'frida@example.org' }])
  await queue.stop()
})
