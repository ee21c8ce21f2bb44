import { tmpdir } from 'node:os'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { publicActor } from '../kernel/actor.ts'
import { readSettings } from '../platform/config/read.ts'
import { createMetrics } from './metrics.ts'
import { openApp } from './open.ts'
import { answerOperations } from './operations.ts'

const { url } = await testDatabase()
const app = await openApp(readSettings({ DATABASE_URL: url, FACHTAG_DATA: tmpdir(), LOG_LEVEL: 'silent' }))
const metrics = createMetrics(app)
afterAll(() => app.close())

const ask = async (path: string) => answerOperations(app, metrics, path)

describe('the opened product', () => {
  test('is alive and ready', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200 })
    const ready = await ask('/readyz')
    expect(JSON.parse(ready?.body ?? '')).toMatchObject({
      ok: true,
      checks: { database: { ok: true }, queue: { ok: true }, disk: { ok: true } },
    })
  })

  test('answers nothing else', async () => {
    expect(await ask('/')).toBeUndefined()
    expect(await ask('/healthz/')).toBeUndefined()
  })

  test('counts requests by how they were answered, and nothing about who asked', async () => {
    metrics.kept()
    metrics.kept()
    metrics.request('page', 404, 0.02)
    const { body } = (await ask('/metrics')) ?? { body: '' }
    expect(body).toMatch(/^fachtag_kept_pages_total 2$/m)
    expect(body).toContain('fachtag_request_seconds_count{answered="page",status="4xx"} 1')
    expect(body).toMatch(/^fachtag_publication_stamp \d+$/m)
    expect(body).toMatch(/^fachtag_data_free_bytes \d+/m)
  })

  test('acts as whom it is asked to', async () => {
    expect(app.ctx(publicActor).actor).toEqual({ kind: 'public' })
    expect(() => app.ctx(publicActor).authorize('account.set_up', null)).toThrow('access.denied')
  })

  test('says what does not work, without an address', async () => {
    await sql`alter table publications rename to elsewhere`.execute(app.db)
    const ready = await ask('/readyz')
    await sql`alter table elsewhere rename to publications`.execute(app.db)
    expect(ready?.status).toBe(503)
    expect(JSON.parse(ready?.body ?? '')).toMatchObject({
      ok: false,
      checks: { database: { ok: false, problem: 'the database does not answer' } },
    })
  })
})

test('a schema that is behind is refused where the settings leave it to the operator', async () => {
  const { db, url: other } = await testDatabase()
  await sql`delete from kysely_migration where name = '0005-library'`.execute(db)
  const settings = readSettings({ DATABASE_URL: other, FACHTAG_MIGRATE: 'no', LOG_LEVEL: 'silent' })
  await expect(openApp(settings)).rejects.toMatchObject({ code: 'database.not_migrated', params: { count: 1 } })
})

test('a database that is not there is told with the reason', async () => {
  const settings = readSettings({ DATABASE_URL: 'postgres://127.0.0.1:1/nowhere', LOG_LEVEL: 'silent' })
  await expect(openApp(settings)).rejects.toMatchObject({ code: 'database.unreachable' })
})
