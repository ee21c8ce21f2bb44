import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { preparePrograms } from './binaries.ts'
import { chooseOwner, giveTo } from './owner.ts'
import { startPostmaster } from './postmaster.ts'

const home = mkdtempSync(join(tmpdir(), 'fachtag-postmaster-'))
afterAll(() => rmSync(home, { recursive: true }))

const cluster = join(home, 'cluster')
mkdirSync(cluster, { mode: 0o700 })
const owner = chooseOwner(cluster)
if (owner) giveTo(owner, cluster)
const plan = { programs: preparePrograms(home, owner), cluster, socketFolder: home, logFile: join(home, 'log'), owner }

test('a start that fails is told with what the server said last', async () => {
  const failed = startPostmaster(plan)
  await expect(failed).rejects.toMatchObject({
    code: 'database.start_failed',
    params: { reason: expect.stringContaining('postgresql.conf'), log: plan.logFile },
  })
})

test('a program that is not there is a start that fails', async () => {
  writeFileSync(plan.logFile, 'the last line\n')
  const failed = startPostmaster({ ...plan, programs: join(home, 'nowhere') })
  await expect(failed).rejects.toMatchObject({ code: 'database.start_failed', params: { reason: 'the last line' } })
})

test('a log that has grown long is put aside, for its owner’s eyes only', async () => {
  writeFileSync(plan.logFile, 'x'.repeat(5_000_001))
  await expect(startPostmaster(plan)).rejects.toThrow()
  expect(readFileSync(`${plan.logFile}.1`, 'utf8')).toHaveLength(5_000_001)
  expect(statSync(plan.logFile).size).toBeLessThan(5_000)
  expect(statSync(plan.logFile).mode & 0o777).toBe(0o600)
})
