import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DomainError } from '../../../kernel/errors.ts'
import { clusterArgument } from './cluster.ts'
import type { Owner } from './owner.ts'

/** Everything that stays the same from one start of PostgreSQL to the next. */
export interface PostmasterPlan {
  readonly programs: string
  readonly cluster: string
  readonly socketFolder: string
  readonly logFile: string
  readonly owner: Owner | null
}

/** How a process ended. */
export interface Ending {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
}

/** A running PostgreSQL that accepts connections. */
export interface Postmaster {
  readonly pid: number
  readonly ended: Promise<Ending>
  signal(signal: NodeJS.Signals): void
}

const serverSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // What is acknowledged is on the disk, whole.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  // The server's own log tells of starts, stops and crashes. Errors of statements are told to who sent them: their text
  // holds what people typed.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  cluster_name: 'fachtag',
}

// When Node is killed the pipe closes, `read` ends and PostgreSQL is told to stop. Signals for the terminal's whole group
// must not end the guard before that.
const guardScript = 'trap "" INT TERM HUP; read -r _; kill -INT "$1"'

function guard(pid: number, owner: Owner | null): ChildProcess {
  const child = spawn('/bin/sh', ['-c', guardScript, 'fachtag-guard', String(pid)], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  child.unref()
  return child
}

const longestLog = 5_000_000

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? ''
}

/** `postmaster.pid` holds the process number in its first line and how far the start is in its eighth. */
function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function launch(plan: PostmasterPlan): ChildProcess {
  const settings = { ...serverSettings, unix_socket_directories: plan.socketFolder }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(plan.logFile)
  const child = spawn(join(plan.programs, 'postgres'), ['-D', clusterArgument(plan.owner, plan.cluster), ...options], {
    ...plan.owner,
    cwd: plan.cluster,
    env: {},
    // A session of its own: Ctrl-C in the terminal reaches us, and we stop it when everything else is closed.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

/**
 * Starts PostgreSQL and waits until it accepts connections; after a crash that includes its recovery, however long it
 * takes. Throws `database.start_failed` with the last line of its log when it ends instead.
 */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const child = launch(plan)
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>()
  let alive = true
  const onEnd = (ending: Ending) => {
    alive = false
    end(ending)
  }
  child.on('exit', (exitCode, signal) => onEnd({ exitCode, signal }))
  child.on('error', () => onEnd({ exitCode: null, signal: null }))
  const pid = child.pid ?? 0
  while (alive && !isReady(plan.cluster, pid)) await delay(10)
  if (!alive) throw new DomainError('database.start_failed', { reason: lastLine(plan.logFile), log: plan.logFile })
  const guardian = guard(pid, plan.owner)
  void ended.then(() => guardian.kill('SIGKILL'))
  // A program that has nothing else to do may end; one that stops PostgreSQL waits for its end.
  child.unref()
  const signal = (name: NodeJS.Signals) => {
    child.ref()
    child.kill(name)
  }
  return { pid, ended, signal }
}
