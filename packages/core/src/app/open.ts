import type { Actor } from '../kernel/actor.ts'
import type { Settings } from '../platform/config/settings.ts'
import type { Context } from '../platform/context/types.ts'
import { connect } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { checkServer } from '../platform/database/server.ts'
import type { Db } from '../platform/database/tables.ts'
import { createLog, type Log } from '../platform/log/log.ts'
import { createContext } from './context.ts'

/** The opened product: everything that the web, the API and the command line share. */
export interface App {
  readonly settings: Settings
  readonly log: Log
  readonly db: Db
  /** Where the database is, for a connection of one's own (it may hold a password). */
  readonly databaseUrl: string
  /** A context in which `actor` acts. */
  ctx(actor: Actor): Context
  /** Ends jobs, connections and the embedded database, in this order. May be called twice. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** Bring the schema up to date before anything else. */
  readonly migrate?: boolean
}

/** Opens the product as `settings` describe it. Throws `database.unreachable`, `database.too_old` and `database.migration_failed`. */
export async function openApp(settings: Settings, options: OpenOptions = {}): Promise<App> {
  const log = createLog(settings.logLevel)
  const databaseUrl = settings.databaseUrl ?? ''
  await checkServer(databaseUrl)
  const db = connect(databaseUrl, settings.databaseConnections)
  if (options.migrate) await migrate(db)
  let closing: Promise<void> | undefined
  return {
    settings,
    log,
    db,
    databaseUrl,
    ctx: (actor) => createContext(db, actor),
    close: () => {
      closing ??= db.destroy()
      return closing
    },
  }
}
