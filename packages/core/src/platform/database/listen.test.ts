import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { silentLog } from '../log/log.ts'
import { onPublication, type StopListening } from './listen.ts'
import { touchPublication } from './publication.ts'

const { db, url } = await testDatabase()

let stop: StopListening | undefined
afterEach(async () => stop?.())

function listen(address = url) {
  const heard = { changes: 0, hearing: false }
  stop = onPublication(
    address,
    {
      changed: () => {
        heard.changes++
      },
      hearing: (isHearing) => {
        heard.hearing = isHearing
      },
    },
    silentLog,
  )
  return heard
}

const patience = { timeout: 10_000 }

test('a commit is heard, a rollback is not', async () => {
  const heard = listen()
  await expect.poll(() => heard.hearing, patience).toBe(true)
  const before = heard.changes
  await db
    .transaction()
    .execute(async (tx) => {
      await touchPublication(tx)
      throw new Error('rolled back')
    })
    .catch(() => {})
  await db.transaction().execute(touchPublication)
  await expect.poll(() => heard.changes, patience).toBe(before + 1)
})

test('a lost connection is told at once, and comes back with a change for what was missed', async () => {
  const heard = listen()
  await expect.poll(() => heard.hearing, patience).toBe(true)
  const before = heard.changes
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen%'`.execute(db)
  await expect.poll(() => heard.changes > before && heard.hearing, patience).toBe(true)
  await db.transaction().execute(touchPublication)
  await expect.poll(() => heard.changes, patience).toBe(before + 2)
})

test('without a database nothing is heard', async () => {
  const heard = listen('postgres://127.0.0.1:1/nowhere')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(heard).toEqual({ changes: 0, hearing: false })
})

test('after stopping nothing is heard any more', async () => {
  const heard = listen()
  await expect.poll(() => heard.hearing, patience).toBe(true)
  await stop?.()
  const before = heard.changes
  await db.transaction().execute(touchPublication)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(heard).toEqual({ changes: before, hearing: false })
})
