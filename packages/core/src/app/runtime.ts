import type { App } from './open.ts'

// On the global object, because the web bundle may carry a copy of this file: module state would then exist twice.
const key = Symbol.for('fachtag.runtime')
const holder = globalThis as { [key]?: App | undefined }

/** Makes `app` the one that `runtime()` gives, for the whole process; undefined takes it away. */
export function setRuntime(app: App | undefined): void {
  holder[key] = app
}

/** The app of this process. Throws when none has been opened: a page can only run inside `fachtag serve` or a test that set one. */
export function runtime(): App {
  const app = holder[key]
  if (!app) throw new Error('no app is open in this process')
  return app
}
