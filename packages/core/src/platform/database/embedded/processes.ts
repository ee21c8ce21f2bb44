import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

function worksIn(pid: string, folder: string): boolean {
  try {
    // The program counts too: the operator's shell may stand in that folder as well.
    const isPostgres = /\/(postgres|initdb)( \(deleted\))?$/.test(readlinkSync(`/proc/${pid}/exe`))
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/**
 * The processes of PostgreSQL that work on the cluster in `folder`: each has it as its working directory. Where the system
 * has no `/proc`, only `suspect` is looked at, by its command line.
 */
export function processesIn(folder: string, suspect?: number): number[] {
  if (process.platform === 'linux') {
    const real = realpathSync(folder)
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && worksIn(name, real))
      .map(Number)
  }
  if (!suspect) return []
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(suspect)], { encoding: 'utf8' })
  return stdout.includes('postgres') && stdout.includes(folder) ? [suspect] : []
}

/** The process number in the cluster's `postmaster.pid`; undefined when there is none. */
export function recordedPid(cluster: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Waits until `done` holds, at most `milliseconds`. Returns whether it does. */
export async function waitUntil(done: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!done()) {
    if (performance.now() > end) return false
    await delay(20)
  }
  return true
}

/** Sends `signal` to each process; one that is gone already needs none. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
