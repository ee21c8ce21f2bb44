import pg from 'pg'
import { connect } from '../src/platform/database/connect.ts'
import { migrate } from '../src/platform/database/migrate.ts'

/** Makes one migrated template database; each test file copies it. `TEST_DATABASE_URL` names the server to use. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set')
  const template = `fachtag_test_${process.pid}`
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query(`drop database if exists ${template}`)
  await admin.query(`create database ${template} template template0 encoding 'UTF8' locale 'C'`)
  const url = new URL(server)
  url.pathname = `/${template}`
  const db = connect(url.href, 1)
  await migrate(db)
  await db.destroy()
  process.env.FACHTAG_TEST_TEMPLATE = template
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
  }
}
