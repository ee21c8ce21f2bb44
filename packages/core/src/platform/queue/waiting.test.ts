import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/database.ts'
import { createContext } from '../../app/context.ts'
import { systemActor } from '../../kernel/actor.ts'
import { systemClock } from '../../kernel/clock.ts'
import { silentLog } from '../log/log.ts'
import { type AnyJob, defineJob } from './job.ts'
import { openQueue } from './queue.ts'

const { db, url } = await testDatabase()
const payload = z.object({})
const done: string[] = []

const second = defineJob({ name: 'test.second', payload, run: async () => void done.push('second') })
const first = defineJob({
  name: 'test.first',
  payload,
  run: async (ctx) => {
    done.push('first')
    await ctx.transaction((tx) => ctx.enqueue(tx, second, {}))
  },
})

/** So many to put into the calendar that a waiting job is begun before the last of them is in it. */
const others: AnyJob[] = Array.from({ length: 30 }, (_, n) =>
  defineJob({ name: `test.other-${n}`, payload, schedule: '0 4 1 1 *', run: async () => {} }),
)

const open = (work: boolean, began: () => void = () => {}) =>
  openQueue({
    url,
    jobs: [first, second, ...others],
    log: silentLog,
    work,
    migrate: true,
    context: (enqueue) => {
      began()
      return createContext(db, systemActor, systemClock, enqueue)
    },
  })

test('a job that waited may ask for another before the queue that begins it is answered', async () => {
  const asking = await open(false)
  await db.transaction().execute((tx) => asking.enqueue(tx, first, {}))
  await asking.stop()
  let isOpen = false
  const begunWhileOpen: boolean[] = []
  const working = await open(true, () => begunWhileOpen.push(isOpen))
  isOpen = true
  expect(await working.settled(20_000)).toBe(true)
  await working.stop()
  expect(begunWhileOpen[0]).toBe(false)
  expect(done).toEqual(['first', 'second'])
  const { rows } = await sql`select sum(retry_count)::int as retries from pgboss.job where name like 'test.%'`.execute(
    db,
  )
  expect(rows).toEqual([{ retries: 0 }])
})
