import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { systemActor } from '../kernel/actor.ts'
import { readSettings } from '../platform/config/read.ts'
import { openApp } from './open.ts'

const { db, url } = await testDatabase()
const settings = readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' })

test('jobs that waited for a worker are done at the first attempt when one starts', async () => {
  const asking = await openApp(settings)
  const ctx = asking.ctx(systemActor)
  for (let n = 0; n < 5; n++) await ctx.transaction((tx) => ctx.publish(tx, 'SiteChanged', {}))
  await asking.close()
  const working = await openApp(settings, { work: true })
  await working.queue.settled(20_000)
  await working.close()
  const { rows } = await sql`select state::text, retry_count as retries, count(*) from pgboss.job
    where name = 'library.index-site' group by 1, 2`.execute(db)
  expect(rows).toEqual([{ state: 'completed', retries: 0, count: 5 }])
})
