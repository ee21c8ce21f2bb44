import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../../kernel/errors.ts'
import type { Log } from '../../log/log.ts'
import { processesIn, recordedPid, signalAll, waitUntil } from './processes.ts'

// Fast shutdown writes a checkpoint, which may take long on a slow disk; the second try does without it.
const attempts = [
  ['SIGINT', 60_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
] as const

/**
 * Ends what an earlier Fachtag left running on `cluster` when it was killed. Call it only with the instance lock held:
 * then whatever works there belongs to nobody. Acknowledged writes are on disk and stay.
 */
export async function stopOrphans(cluster: string, log: Log): Promise<void> {
  const recorded = recordedPid(cluster)
  const running = () => processesIn(cluster, recorded)
  if (running().length > 0) {
    log.warn('database of an earlier run is stopped first', { pid: recorded })
    await endAll(cluster, recorded, running)
  }
  // Left by a power failure or in another container, its number may belong to any program by now; PostgreSQL would
  // take that for itself and refuse to start. Nothing works on the cluster, as was just seen.
  if (process.platform === 'linux') rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

async function endAll(cluster: string, postmaster: number | undefined, running: () => number[]): Promise<void> {
  for (const [signal, patience] of attempts) {
    const pids = running()
    // The postmaster ends its own processes in order; without it they are told one by one.
    const ordered = postmaster && pids.includes(postmaster) && signal !== 'SIGKILL'
    signalAll(ordered ? [postmaster] : pids, signal)
    if (await waitUntil(() => running().length === 0, patience)) return
  }
  throw new DomainError('database.orphan', { pids: running().join(', '), folder: cluster })
}
