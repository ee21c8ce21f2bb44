import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connect } from '../../packages/core/src/platform/database/connect.ts'
import { startEmbedded } from '../../packages/core/src/platform/database/embedded/start.ts'
import { migrate } from '../../packages/core/src/platform/database/migrate.ts'
import type { Db } from '../../packages/core/src/platform/database/tables.ts'
import { silentLog } from '../../packages/core/src/platform/log/log.ts'

async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-bench-'))
  const server = await startEmbedded(folder, silentLog)
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

export type Scratch = { readonly db: Db; readonly url: string; readonly version: string }

/**
 * Runs `work` on an empty, migrated database of its own, on the server that TEST_DATABASE_URL names or else on an embedded
 * one in a temporary folder, and removes it afterwards.
 */
export async function withScratchDatabase(work: (scratch: Scratch) => Promise<void>): Promise<void> {
  const server = await openServer()
  const name = `fachtag_bench_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client(server.url)
  await admin.connect()
  const version = (await admin.query<{ server_version: string }>('show server_version')).rows[0]!.server_version
  await admin.query(`create database ${name} template template0 encoding 'UTF8' locale 'C'`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const db = connect(url.href)
  try {
    await migrate(db)
    await work({ db, url: url.href, version })
  } finally {
    await db.destroy()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await server.stop()
  }
}
