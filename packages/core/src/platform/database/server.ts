import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { DomainError } from '../../kernel/errors.ts'
import type { Settings } from '../config/settings.ts'
import type { Log } from '../log/log.ts'
import { readRunning, startEmbedded } from './embedded/start.ts'
import type { Db } from './tables.ts'

/** PostgreSQL 15 is the oldest that is tested. */
export const oldestPostgres = 15

const neededExtensions = ['pg_trgm']

/** The PostgreSQL in use. */
export interface DatabaseServer {
  /** May hold a password. */
  readonly url: string
  readonly embedded: boolean
  readonly version: string
  /** Stops an embedded one that this process started; leaves any other alone. */
  close(): Promise<void>
}

/** The version of the PostgreSQL at `url`, like 15.8. Throws `database.unreachable` and, for one that is too old, `database.too_old`. */
export async function checkServer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // What goes wrong after the connection is made is told by the query; without a listener Node would exit.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return judgeVersion(rows[0]?.server_version ?? '')
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('database.unreachable', { reason: reasonOf(error) })
  } finally {
    await client.end().catch(() => {})
  }
}

/** The number in what a server calls its version, like `15.8 (Debian 15.8-0+deb12u1)`. Throws `database.too_old`. */
export function judgeVersion(serverVersion: string): string {
  const version = serverVersion.split(' ')[0] ?? ''
  if (Number.parseInt(version, 10) >= oldestPostgres) return version
  throw new DomainError('database.too_old', { version, needed: oldestPostgres })
}

/** The extensions that the schema uses and that the server of `db` does not offer. */
export async function missingExtensions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from unnest(${neededExtensions}::text[]) as name
    where name not in (select name from pg_available_extensions)`.execute(db)
  return rows.map(({ name }) => name)
}

/** Where several addresses were tried, Node wraps what each of them said. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

const inUse = (error: unknown): error is DomainError => error instanceof DomainError && error.code === 'database.in_use'

/** The embedded database that another process runs on `data`; it may be in the middle of its start. */
async function shareRunning(data: string, refusal: DomainError): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const running = readRunning(data)
    if (running) return running.url
    await delay(100)
  }
  throw refusal
}

async function openEmbedded(data: string, log: Log, exclusive: boolean): Promise<Omit<DatabaseServer, 'version'>> {
  try {
    const server = await startEmbedded(data, log)
    return { url: server.url, embedded: true, close: server.stop }
  } catch (error) {
    if (exclusive || !inUse(error)) throw error
    return { url: await shareRunning(data, error), embedded: true, close: async () => {} }
  }
}

/**
 * The PostgreSQL that `settings` name, else the embedded one, started for this process. Unless `exclusive`, the embedded
 * one of another process on the same data is shared instead of refused.
 */
export async function openServer(settings: Settings, log: Log, exclusive: boolean): Promise<DatabaseServer> {
  const server = settings.databaseUrl
    ? { url: settings.databaseUrl, embedded: false, close: async () => {} }
    : await openEmbedded(settings.data, log, exclusive)
  try {
    return { ...server, version: await checkServer(server.url) }
  } catch (error) {
    await server.close()
    throw error
  }
}
