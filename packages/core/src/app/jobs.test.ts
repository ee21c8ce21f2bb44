import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { jobs } from './jobs.ts'

test('every job that a module declares is listed, once', async () => {
  const modules = new URL('../modules/', import.meta.url)
  const declared = new Set<unknown>()
  for await (const file of glob('**/jobs.ts', { cwd: modules.pathname })) {
    const exported: Record<string, unknown> = await import(new URL(file, modules).href)
    for (const value of Object.values(exported)) declared.add(value)
  }
  expect(declared.size).toBeGreaterThan(0)
  expect(new Set<unknown>(jobs)).toEqual(declared)
  expect(new Set(jobs.map((job) => job.name)).size).toBe(jobs.length)
})
