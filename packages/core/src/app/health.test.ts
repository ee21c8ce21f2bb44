import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { readSettings } from '../platform/config/read.ts'
import { checkHealth, freeBytes, leastFreeBytes } from './health.ts'
import { type App, openApp } from './open.ts'

const { url } = await testDatabase()
const app = await openApp(readSettings({ DATABASE_URL: url, FACHTAG_DATA: tmpdir(), LOG_LEVEL: 'silent' }))
afterAll(() => app.close())

/** The same product where something is as `given` says. */
const where = (given: Partial<App>): App => ({ ...app, ...given })
const never = () => new Promise<never>(() => {})
const embeddedOn = (data: string) =>
  where({ server: { ...app.server, embedded: true }, settings: { ...app.settings, data } })

async function illnesses(ill: App): Promise<(string | undefined)[]> {
  const { ok, checks } = await checkHealth(ill)
  const problems = Object.values(checks).flatMap((check) => (check.ok ? [] : [check.problem]))
  expect(ok).toBe(problems.length === 0)
  return problems
}

describe('health', () => {
  test('is there when everything answers', async () => expect(await illnesses(app)).toEqual([]))

  test.each<[string, App, string]>([
    [
      'a queue that is broken',
      where({ queue: { ...app.queue, check: () => Promise.reject(new Error('secret')) } }),
      'queue',
    ],
    ['a disk that is full', embeddedOn('/proc'), 'disk'],
    ['a disk that is gone', embeddedOn('/gibt/es/nicht'), 'disk'],
  ])('suffers from %s, told without details', async (_, ill, named) => {
    const [problem, ...more] = await illnesses(ill)
    expect(problem).toContain(named)
    expect(problem).not.toContain('secret')
    expect(more).toEqual([])
  })

  test('does not wait for what never answers', async () => {
    const started = performance.now()
    expect(await illnesses(where({ queue: { ...app.queue, check: never } }))).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('does not depend on a disk that is not ours', async () => {
    const elsewhere = where({ settings: { ...app.settings, data: '/gibt/es/nicht' } })
    expect(app.server.embedded).toBe(false)
    expect(await illnesses(elsewhere)).toEqual([])
  })
})

test('free bytes are those of the disk that a folder lies on', async () => {
  expect(await freeBytes(tmpdir())).toBeGreaterThan(leastFreeBytes)
  expect(await freeBytes('/proc')).toBe(0)
  await expect(freeBytes('/gibt/es/nicht')).rejects.toThrow('ENOENT')
})
