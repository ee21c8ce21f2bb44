import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '@fachtag/core/kernel/errors'
import type { Terminal } from '../terminal/terminal.ts'

const web = fileURLToPath(new URL('../../../../apps/web/', import.meta.url))
const bundler = fileURLToPath(new URL('../../../../node_modules/vite/bin/vite.js', import.meta.url))

/** What the pages are built from; the core and the formats run from their sources. */
const sources = ['src', 'static', 'assets', 'package.json', 'vite.config.ts', 'svelte.config.js']

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0)
}

/** Whether the pages have to be built: never done, or a source is newer. */
export function isBuildStale(folder = web): boolean {
  const built = statSync(join(folder, 'build', 'handler.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.some((source) => newestIn(join(folder, source)) > built)
}

/** Builds the pages. Throws `web.build_failed` with the end of what the bundler said. */
export async function buildWeb(stop?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [bundler, 'build'], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
  })
  const said: string[] = []
  child.stdout.on('data', (part) => said.push(String(part)))
  child.stderr.on('data', (part) => said.push(String(part)))
  const { promise, resolve } = Promise.withResolvers<boolean>()
  child.on('error', () => resolve(false))
  child.on('exit', (code) => resolve(code === 0))
  if (!(await promise)) throw new DomainError('web.build_failed', { output: said.join('').slice(-4_000) })
}

/** Builds the pages as a step that can be seen, when `needed`. */
export async function buildIf(needed: boolean, terminal: Terminal, stop: AbortSignal): Promise<void> {
  if (needed) await terminal.step({ de: 'Seiten bauen', en: 'Build the pages' }, () => buildWeb(stop))
}
