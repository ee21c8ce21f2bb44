import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import { connect } from '../src/platform/database/connect.ts'
import type { Db } from '../src/platform/database/tables.ts'

async function onServer(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(process.env.TEST_DATABASE_URL)
  await admin.connect()
  await work(admin).finally(() => admin.end())
}

/** An empty, migrated database of this test file's own on a real PostgreSQL; dropped after its last test. */
export async function testDatabase(): Promise<{ db: Db; url: string }> {
  const name = `fachtag_${randomBytes(6).toString('hex')}`
  await onServer((admin) => admin.query(`create database ${name} template ${process.env.FACHTAG_TEST_TEMPLATE}`))
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  const db = connect(url.href)
  afterAll(async () => {
    await db.destroy()
    await onServer((admin) => admin.query(`drop database if exists ${name} with (force)`))
  })
  return { db, url: url.href }
}
