import { afterEach, expect, test, vi } from 'vitest'
import type { App } from './open.ts'
import { runtime, setRuntime } from './runtime.ts'

afterEach(() => setRuntime(undefined))

test('without an open app there is nothing to run on', () => {
  expect(() => runtime()).toThrow('no app is open')
  setRuntime({} as App)
  setRuntime(undefined)
  expect(() => runtime()).toThrow('no app is open')
})

test('a second copy of the module, as a bundle carries one, finds the same app', async () => {
  const app = { settings: {} } as App
  setRuntime(app)
  vi.resetModules()
  const copy = await import('./runtime.ts')
  expect(copy.runtime).not.toBe(runtime)
  expect(copy.runtime()).toBe(app)
})
