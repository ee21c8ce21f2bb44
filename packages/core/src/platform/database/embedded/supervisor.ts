import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../../log/log.ts'
import type { Postmaster } from './postmaster.ts'

/** Keeps one PostgreSQL running until it is stopped. */
export interface Supervisor {
  /** The process of the present PostgreSQL. */
  pid(): number
  /** Stops it (fast shutdown: open transactions are rolled back, what is acknowledged is written) and waits for its end. */
  stop(): Promise<void>
}

// The first try comes at once. Later ones wait, so that a full disk does not fill the log as well.
const pauses = [0, 200, 1_000, 5_000, 15_000]
const patience = 60_000

/** Calls `start` until it succeeds; undefined when `stopping` comes first. */
async function startAgain(
  start: () => Promise<Postmaster>,
  log: Log,
  stopping: AbortSignal,
): Promise<Postmaster | undefined> {
  for (let attempt = 0; ; attempt++) {
    const pause = pauses[Math.min(attempt, pauses.length - 1)]
    await delay(pause, undefined, { signal: stopping }).catch(() => {})
    if (stopping.aborted) return undefined
    try {
      return await start()
    } catch (error) {
      log.error('database did not start again', { attempt: attempt + 1, error })
    }
  }
}

/**
 * Starts PostgreSQL with `start` and starts it again whenever it ends without being asked to; for as long as it takes,
 * because a disk that is full now may have room later. The first start is not repeated: who starts Fachtag reads why.
 */
export async function supervise(start: () => Promise<Postmaster>, log: Log): Promise<Supervisor> {
  let current = await start()
  const stop = new AbortController()

  const watch = async (): Promise<void> => {
    for (;;) {
      const ending = await current.ended
      if (stop.signal.aborted) return
      log.error('database ended and is started again', { exitCode: ending.exitCode ?? -1, signal: ending.signal ?? '' })
      const next = await startAgain(start, log, stop.signal)
      if (!next) return
      current = next
      log.info('database is back', { pid: current.pid })
      // It may have come up while we were told to stop, which its predecessor heard.
      if (stop.signal.aborted) current.signal('SIGINT')
    }
  }
  const watching = watch()

  return {
    pid: () => current.pid,
    stop: async () => {
      stop.abort()
      current.signal('SIGINT')
      const impatience = setTimeout(() => current.signal('SIGQUIT'), patience)
      await watching
      clearTimeout(impatience)
    },
  }
}
