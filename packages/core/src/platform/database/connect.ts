import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './tables.ts'

const oid = { int8: 20, numeric: 1700, date: 1082, timestamp: 1114, timestamptz: 1184 } as const

/** How values arrive: dates and wall times as ISO text without a zone (`2024-11-27T09:30`), instants as ISO text in UTC. */
const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.numeric]: Number,
  [oid.date]: (text) => text,
  [oid.timestamp]: (text) => text.slice(0, 16).replace(' ', 'T'),
  [oid.timestamptz]: (text) => new Date(text).toISOString(),
}

const types = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    return parsers[id] ?? pg.types.getTypeParser(id, format as 'text')
  },
} as pg.CustomTypesConfig

/** The settings of every connection: one time zone, and no statement that runs away. */
export function poolOptions(url: string, connections: number): pg.PoolConfig {
  return { connectionString: url, max: connections, types, options: '-c TimeZone=UTC -c statement_timeout=60000' }
}

/**
 * A pool of at most `connections` connections to the PostgreSQL at `url` (also `postgresql:///db?host=/socket/dir`).
 * It connects when it is first used; `destroy()` ends it.
 */
export function connect(url: string, connections = 10): Db {
  const pool = new pg.Pool(poolOptions(url, connections))
  // An idle connection that breaks (restart, failover) is replaced at its next use; without a listener Node would exit.
  pool.on('error', () => {})
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
