import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkServer } from '../packages/core/src/platform/database/server.ts'
import { findSystemPostgres, startThrowAway } from './system-postgres.ts'

const found = findSystemPostgres()

test('what is found can be run, and is not too old', () => {
  if (!found) return expect(existsSync('/usr/lib/postgresql/15/bin/initdb')).toBe(false)
  expect(existsSync(`${found.programs}/postgres`)).toBe(true)
  expect(Number(found.version)).toBeGreaterThanOrEqual(15)
})

test.runIf(found)('a throw-away server answers, and is gone afterwards', async () => {
  const server = await startThrowAway(found?.programs ?? '')
  expect(await checkServer(server.url)).toMatch(new RegExp(`^${found?.version}\\.`))
  const socket = new URL(server.url).searchParams.get('host') ?? ''
  await server.stop()
  expect(existsSync(socket)).toBe(false)
})
