import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connect } from '../src/platform/database/connect.ts'
import { startEmbedded } from '../src/platform/database/embedded/start.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { silentLog } from '../src/platform/log/log.ts'

type Server = { readonly url: string; readonly stop: () => Promise<void> }

/** The server that `TEST_DATABASE_URL` names, else the embedded one on a folder of its own. */
async function openTestServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-test-'))
  const server = await startEmbedded(folder, silentLog)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The order and case of letters as the product runs with: Unicode without the rules of a country. */
async function localeClause(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ server_version_num: string }>('show server_version_num')
  const hasBuiltin = Number(rows[0]?.server_version_num) >= 170_000
  return hasBuiltin ? `locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'` : `locale 'C.UTF-8'`
}

/** Makes one migrated template database; each test file copies it. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await openTestServer()
  const template = `fachtag_test_${process.pid}`
  const admin = new pg.Client(server.url)
  await admin.connect()
  await admin.query(`drop database if exists ${template}`)
  await admin.query(`create database ${template} template template0 encoding 'UTF8' ${await localeClause(admin)}`)
  const url = new URL(server.url)
  url.pathname = `/${template}`
  const db = connect(url.href, 1)
  await migrate(db)
  await db.destroy()
  process.env.TEST_DATABASE_URL = server.url
  process.env.FACHTAG_TEST_TEMPLATE = template
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
    await server.stop()
  }
}
