import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

/** What the running demo says about itself. */
export interface Site {
  /** Where it listens, without a slash at the end. */
  readonly url: string
  /** One-time link of the first organiser. */
  readonly setup: string
  /** Its folder, for commands that add to what it shows. */
  readonly data: string
}

declare module 'vitest' {
  interface ProvidedContext {
    site: Site
  }
}

const main = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))

/** Starts `fachtag demo` as a process of its own on a new folder, and gives its address to the tests (`inject('site')`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-journeys-'))
  const demo = spawn(process.execPath, [main, 'demo', '--json'], {
    env: { ...process.env, FACHTAG_DATA: folder, PORT: '0', HOST: '127.0.0.1', ORIGIN: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(demo, 'exit')
  const first = once(createInterface({ input: demo.stdout }), 'line')
  const failed = ended.then(([code]) => Promise.reject(new Error(`fachtag demo ended with ${code}`)))
  const [line] = await Promise.race([first, failed])
  failed.catch(() => {})
  project.provide('site', { ...(JSON.parse(String(line)) as Site), data: folder })
  return async () => {
    demo.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}
