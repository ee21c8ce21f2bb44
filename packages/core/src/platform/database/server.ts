import pg from 'pg'
import { DomainError } from '../../kernel/errors.ts'

/** PostgreSQL 15 is the oldest that is tested. */
export const oldestPostgres = 15

/** The version of the PostgreSQL at `url`, like 15.8. Throws `database.unreachable` and, for one that is too old, `database.too_old`. */
export async function checkServer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // What goes wrong after the connection is made is told by the query; without a listener Node would exit.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const version = rows[0]?.server_version.split(' ')[0] ?? ''
    if (Number.parseInt(version, 10) < oldestPostgres) {
      throw new DomainError('database.too_old', { version, needed: oldestPostgres })
    }
    return version
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('database.unreachable', { reason: error instanceof Error ? error.message : String(error) })
  } finally {
    await client.end().catch(() => {})
  }
}
