import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const cli = new URL('../../packages/cli/src/main.ts', import.meta.url).pathname

/** The environment of a product that keeps its data in `folder`, with the embedded PostgreSQL and any free port. */
export function environment(folder: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ORIGIN: __, ...rest } = process.env
  return { ...rest, FACHTAG_DATA: folder, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' }
}

/** Runs a `fachtag` command to its end and returns its wall time in seconds. Throws with its output when it fails. */
export function runCommand(folder: string, args: readonly string[]): number {
  const started = performance.now()
  const done = spawnSync(process.execPath, [cli, ...args], { env: environment(folder), encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`fachtag ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`)
  return (performance.now() - started) / 1_000
}

export type Product = { readonly url: URL; readonly pid: number; stop(): Promise<void> }

/** Starts `fachtag serve` on `folder` and waits until it says where it listens. */
export async function startProduct(folder: string): Promise<Product> {
  const child: ChildProcess = spawn(process.execPath, [cli, 'serve', '--json'], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  return {
    url: new URL((JSON.parse(line) as { url: string }).url),
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function children(pid: number): number[] {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return direct.flatMap((child) => [child, ...children(child)])
}

/** Proportional set size in kilobytes; 0 for a process that has ended, as PostgreSQL's come and go. */
function kilobytesOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Memory of a process and all its descendants in megabytes: proportional set size, so that shared pages count once. Linux only. */
export function megabytesOf(pid: number): number {
  return [pid, ...children(pid)].reduce((sum, each) => sum + kilobytesOf(each), 0) / 1_024
}

/** Processor time that a process (without its descendants) has taken so far, in seconds, to the hundredth. Linux only. */
export function processorSecondsOf(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = after.split(' ').slice(11, 13).map(Number)
  return (user! + system!) / 100
}
