import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, expect } from 'vitest'
import { recordedPid } from '../src/platform/database/embedded/processes.ts'
import { startEmbedded } from '../src/platform/database/embedded/start.ts'
import { silentLog } from '../src/platform/log/log.ts'

const script = fileURLToPath(new URL('./embedded-writer.ts', import.meta.url))

/** A process that writes rows to the embedded database of a folder. */
export interface Writer {
  readonly process: ChildProcess
  /** The rows it has been promised, so far. */
  readonly promised: number[]
  /** Kills it so that it can do nothing more, and waits for its end. */
  kill(): Promise<void>
}

const started: ChildProcess[] = []
const folders: string[] = []

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    await expect.poll(() => postmasterOf(folder), { timeout: 10_000 }).toBeUndefined()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** An empty folder for data, removed after the test. Nobody but its owner can enter it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fachtag-embedded-'))
  folders.push(folder)
  return folder
}

/** Starts a writer on `folder` (as the user number `uid`, if given) and waits until it writes. */
export async function startWriter(folder: string, manner: 'honest' | 'hasty', uid?: number): Promise<Writer> {
  const child = spawn(process.execPath, [script, folder, manner, String(uid ?? '')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const promised: number[] = []
  const [first] = await Promise.race([once(lines, 'line'), ended])
  if (first !== 'ready') throw new Error(`the writer ended with ${first}`)
  lines.on('line', (line) => promised.push(Number(line)))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
    // What it wrote into the pipe before its end counts.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { process: child, promised, kill }
}

/** Waits until `writer` has been promised `count` more rows. */
export async function morePromises(writer: Writer, count: number): Promise<void> {
  const wanted = writer.promised.length + count
  await expect.poll(() => writer.promised.length, { timeout: 30_000, interval: 10 }).toBeGreaterThanOrEqual(wanted)
}

/** Starts the database of `folder` here and returns which of `promised` it does not have. */
export async function lostOf(folder: string, promised: readonly number[]): Promise<number[]> {
  const server = await startEmbedded(folder, silentLog)
  const client = new pg.Client(server.url)
  try {
    await client.connect()
    const { rows } = await client.query<{ number: string }>('select number from written')
    const kept = new Set(rows.map((row) => Number(row.number)))
    return promised.filter((number) => !kept.has(number))
  } finally {
    await client.end()
    await server.stop()
  }
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** Whether a process with this number runs; one that only waits to be counted by its parent does not. */
export const runs = (pid: number): boolean => /^State:\s+[^Z]/m.test(statusOf(pid))

/** The user number that a process runs as. */
export const userOf = (pid: number): number => Number(/^Uid:\s+(\d+)/m.exec(statusOf(pid))?.[1])

/** The running PostgreSQL of `folder`. */
export function postmasterOf(folder: string): number | undefined {
  const pid = recordedPid(join(folder, 'postgres', 'cluster'))
  return pid && runs(pid) ? pid : undefined
}

/** The process that stops the PostgreSQL `postmaster` when its Node dies. */
export function guardOf(postmaster: number): number | undefined {
  return readdirSync('/proc')
    .map(Number)
    .find((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith(`fachtag-guard\0${postmaster}\0`)
      } catch {
        return false
      }
    })
}
