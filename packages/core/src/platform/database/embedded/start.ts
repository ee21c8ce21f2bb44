import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { DomainError } from '../../../kernel/errors.ts'
import type { Log } from '../../log/log.ts'
import { locatePackage, type PostgresPackage, preparePrograms } from './binaries.ts'
import { prepareCluster, superuser } from './cluster.ts'
import { takeLock } from './instance-lock.ts'
import { stopOrphans } from './orphan.ts'
import { chooseOwner } from './owner.ts'
import { startPostmaster } from './postmaster.ts'
import { prepareSocketFolder } from './socket-folder.ts'
import { type Supervisor, supervise } from './supervisor.ts'

/** The embedded PostgreSQL of one data folder, started by this process. */
export interface EmbeddedServer {
  readonly url: string
  /** The process of the present PostgreSQL; another one after a crash. */
  pid(): number
  /** Stops it and lets the next one have the data. */
  stop(): Promise<void>
}

/** What a running instance says about itself beside its lock. */
export interface Running {
  readonly pid: number
  readonly url: string
}

const database = 'fachtag'

function urlOf(socketFolder: string, name: string): string {
  return `postgresql:///${name}?host=${encodeURIComponent(socketFolder)}&user=${superuser}`
}

async function ensureDatabase(socketFolder: string): Promise<string> {
  const client = new pg.Client(urlOf(socketFolder, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
  return urlOf(socketFolder, database)
}

/** Makes the folder that holds everything of the embedded database. As root, PostgreSQL's user has to pass through. */
function prepareHome(data: string): string {
  const home = join(data, 'postgres')
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  mkdirSync(home, { recursive: true, mode })
  chmodSync(home, mode)
  return home
}

/** What the instance that holds the lock on `data` last said about itself. */
export function readRunning(data: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(join(data, 'postgres', 'running.json'), 'utf8')) as Running
  } catch {
    return undefined
  }
}

async function launch(home: string, log: Log, from: PostgresPackage): Promise<EmbeddedServer> {
  const owner = chooseOwner(join(home, 'cluster'))
  const programs = preparePrograms(home, owner, from)
  const cluster = await prepareCluster(programs, home, owner)
  const socket = prepareSocketFolder(home, owner)
  const plan = { programs, cluster, owner, socketFolder: socket.folder, logFile: join(home, 'postgres.log') }
  const supervisor: Supervisor = await supervise(async () => {
    await stopOrphans(cluster, log)
    return startPostmaster(plan)
  }, log)
  const stop = async () => {
    await supervisor.stop()
    socket.remove()
  }
  try {
    return { url: await ensureDatabase(socket.folder), pid: supervisor.pid, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Starts the embedded PostgreSQL of the folder `data` and keeps it running until `stop`. Whatever an earlier, killed run
 * left is stopped first. Throws `database.in_use` when another process has it, and the errors of its preparation.
 */
export async function startEmbedded(data: string, log: Log, from = locatePackage()): Promise<EmbeddedServer> {
  const home = prepareHome(data)
  const lock = takeLock(join(home, 'instance.lock'))
  if (!lock) throw new DomainError('database.in_use', { folder: data, pid: readRunning(data)?.pid })
  const note = join(home, 'running.json')
  rmSync(note, { force: true })
  try {
    const server = await launch(home, log, from)
    writeFileSync(note, JSON.stringify({ pid: process.pid, url: server.url } satisfies Running), { mode: 0o600 })
    const stop = async () => {
      await server.stop()
      rmSync(note, { force: true })
      lock.release()
    }
    return { ...server, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}
