import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach } from 'vitest'

export const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

const running: ChildProcess[] = []
const folders: string[] = []

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})
afterAll(() => {
  for (const folder of folders.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
})

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fachtag-cli-'))
  folders.push(folder)
  return folder
}

function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, LANG: 'de_DE.UTF-8', LOG_LEVEL: 'silent', ...env }
}

/** Runs the command line to its end as a process of its own. */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv, program: readonly string[] = [main]) {
  const child = spawn(process.execPath, [...program, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as number | null, out, err }
}

/**
 * Starts a service and waits for the JSON that it says when it runs. `progress` is what it told people on the way;
 * `stop` ends it and gives its exit code.
 */
export async function startCli<T>(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main, ...args, '--json'], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const ended = once(child, 'exit')
  let progress = ''
  child.stderr.on('data', (part) => {
    progress += part
  })
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])
  if (typeof line !== 'string') throw new Error(`${args.join(' ')} ended with ${line}: ${progress}`)
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [code] = await ended
    return code as number | null
  }
  return { said: JSON.parse(line) as T, progress, stop }
}

/** Starts a service, sends SIGINT as soon as it says each of `words` on the way, and gives its exit code. */
export async function interruptAt(args: readonly string[], env: NodeJS.ProcessEnv, words: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args], { env: environment(env), stdio: ['ignore', 'ignore', 'pipe'] })
  running.push(child)
  const ended = once(child, 'exit')
  const waiting = [...words]
  child.stderr.on('data', (part) => {
    if (waiting[0] && String(part).includes(waiting[0])) {
      waiting.shift()
      child.kill('SIGINT')
    }
  })
  const [code] = await ended
  return code as number | null
}
