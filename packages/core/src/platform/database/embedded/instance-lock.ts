import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Held for as long as this process lives, or until `release`. */
export interface InstanceLock {
  release(): void
}

const busy = 5 // SQLITE_BUSY

// What nobody refers to is closed by the garbage collector, and its lock with it.
const held = new Set<DatabaseSync>()

/**
 * Takes the lock `file`, or returns null when another process (or this one) holds it.
 *
 * It is a lock of the operating system, which ends with the process however that ends: nothing stale is left by a crash
 * or a power failure, and containers that share the file see each other. Node has no call for it; SQLite, which is part
 * of Node, takes one on every file it opens.
 */
export function takeLock(file: string): InstanceLock | null {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === busy) return null
    throw error
  }
  held.add(lock)
  return {
    release: () => {
      if (held.delete(lock)) lock.close()
    },
  }
}
