import { join } from 'node:path'
import { type Actor, systemActor } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { DomainError } from '../kernel/errors.ts'
import type { Settings } from '../platform/config/settings.ts'
import type { Context } from '../platform/context/types.ts'
import { connect } from '../platform/database/connect.ts'
import {
  type LiveListener,
  onLive,
  onPublication,
  type PublicationListener,
  type StopListening,
} from '../platform/database/listen.ts'
import { migrate, pendingMigrations } from '../platform/database/migrate.ts'
import { type DatabaseServer, openServer } from '../platform/database/server.ts'
import type { Db } from '../platform/database/tables.ts'
import { type FileStore, openFolder } from '../platform/files/store.ts'
import { LiveHub } from '../platform/live/hub.ts'
import { createLog, type Log } from '../platform/log/log.ts'
import { openMailer } from '../platform/mail/open.ts'
import { openQueue, type Queue } from '../platform/queue/queue.ts'
import { createContext } from './context.ts'
import { keepErased } from './erasures.ts'
import { jobs } from './jobs.ts'
import { openPlanner } from './planning/planner.ts'
import type { Planner } from './planning/types.ts'

/** The opened product: everything that the web, the API and the command line share. */
export interface App {
  readonly settings: Settings
  readonly log: Log
  readonly db: Db
  readonly server: DatabaseServer
  readonly queue: Queue
  /** Where pictures and other files lie. */
  readonly files: FileStore
  /** Plans programmes in threads of this process. */
  readonly planner: Planner
  /** The migrations that opening has run. */
  readonly migrations: readonly string[]
  /** A context in which `actor` acts. */
  ctx(actor: Actor): Context
  /** Tells `listener` when public pages change, until it is stopped. */
  onPublication(listener: PublicationListener): StopListening
  /** Tells `listener` what any process announces to those who look at the same thing, until it is stopped. */
  onLive(listener: LiveListener): StopListening
  /** Where those of this process who look at something are told what happens to it. */
  readonly live: LiveHub
  /** Ends planning, what is live, jobs, connections and the embedded database, in this order. May be called twice. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** Whether this process needs the embedded database for itself, or may share that of a Fachtag that runs. Default: share. */
  readonly exclusive?: boolean
  /** Bring the schema up to date even where the settings leave that to `fachtag migrate`. */
  readonly migrate?: boolean
  /** Work on jobs in this process. */
  readonly work?: boolean
  /** Show mail to whoever opens `/postfach` instead of sending it: for the demonstration. */
  readonly mailbox?: boolean
}

async function prepareSchema(db: Db, may: boolean): Promise<string[]> {
  if (may) return migrate(db)
  const pending = await pendingMigrations(db)
  if (pending.length > 0) throw new DomainError('database.not_migrated', { count: pending.length })
  return []
}

type Parts = Omit<
  App,
  'queue' | 'files' | 'planner' | 'migrations' | 'ctx' | 'onPublication' | 'onLive' | 'live' | 'close'
>

async function openParts(parts: Parts, options: OpenOptions): Promise<Omit<App, 'close'>> {
  const { settings, log, db, server } = parts
  const mayMigrate = options.migrate || server.embedded || settings.migrate
  const migrations = await prepareSchema(db, mayMigrate)
  const mailer = openMailer(settings, db, options.mailbox ?? false)
  const queue = await openQueue({
    url: server.url,
    jobs,
    log,
    context: (enqueue) => createContext(db, systemActor, systemClock, enqueue, mailer),
    work: options.work ?? false,
    migrate: mayMigrate,
  })
  const ctx = (actor: Actor): Context => createContext(db, actor, systemClock, queue.enqueue, mailer)
  const files = openFolder(join(settings.data, 'files'))
  return {
    ...parts,
    queue,
    files,
    planner: openPlanner(ctx(systemActor), log),
    migrations,
    ctx,
    onPublication: (listener) => onPublication(server.url, listener, log),
    onLive: (listener) => onLive(server.url, listener, log),
    live: new LiveHub((listener) => onLive(server.url, listener, log)),
  }
}

/**
 * Opens the product as `settings` describe it: database, schema, queue. Throws `database.unreachable`, `.too_old`,
 * `.in_use`, `.not_migrated`, `.migration_failed`, `mail.no_sender` and the errors of the embedded database's preparation.
 */
export async function openApp(settings: Settings, options: OpenOptions = {}): Promise<App> {
  const log = createLog(settings.logLevel)
  const server = await openServer(settings, log, options.exclusive ?? false)
  const db = connect(server.url, settings.databaseConnections)
  const closeDatabase = async () => {
    await db.destroy()
    await server.close()
  }
  try {
    const opened = await openParts({ settings, log, db, server }, options)
    const erased = await keepErased(opened)
    if (erased > 0) log.warn('erased again who had come back', { count: erased })
    let closing: Promise<void> | undefined
    const close = async () => {
      await opened.planner.close()
      await opened.live.end()
      await opened.queue.stop()
      await closeDatabase()
    }
    return {
      ...opened,
      close: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    await closeDatabase()
    throw error
  }
}
