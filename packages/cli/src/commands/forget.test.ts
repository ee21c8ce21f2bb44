import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '@fachtag/core/app/open'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { type PlantedPeople, plantPeople } from '../../../core/test/planted-people.ts'
import { runCli } from '../../test/cli-process.ts'
import { tellErasure } from './forget.ts'

const { db, url } = await testDatabase()
const data = await mkdtemp(join(tmpdir(), 'fachtag-forget-'))
const environment = { DATABASE_URL: url, FACHTAG_DATA: data }
let people: PlantedPeople

beforeAll(async () => {
  const app = await openApp(readSettings({ ...environment, LOG_LEVEL: 'silent' }))
  people = await plantPeople(app, 'vergessen')
  await app.close()
})
afterAll(() => rm(data, { recursive: true, force: true }))

const persons = async () =>
  (await db.selectFrom('persons').select('id').where('id', '=', people.ada.personId).execute()).length

test('says first what it would reach, and then does it', async () => {
  const planned = await runCli(['forget', people.ada.address, '--dry-run'], environment)
  expect([planned.code, planned.out]).toEqual([
    0,
    expect.stringMatching(/würde gelöscht[\s\S]*mails: [\s\S]*news nws_/),
  ])
  expect(await persons()).toBe(1)
  const done = await runCli(['forget', people.ada.personId], environment)
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('gelöscht.')])
  expect(await persons()).toBe(0)
  expect(await readFile(join(data, 'erasures.txt'), 'utf8')).toMatch(/^[0-9a-f]{64}\n/)
})

test('does not know whom it does not know', async () => {
  const { code, err } = await runCli(['forget', 'niemand'], environment)
  expect([code, err]).toEqual([1, expect.stringContaining('niemanden')])
})

test('says that a namesake keeps it from changing texts', () => {
  const report = { name: 'Ida', tables: [], mentions: [], hasNamesake: true }
  expect(tellErasure(report, true)).toEqual(['Ida: gelöscht.', expect.stringContaining('heißt genauso')])
})
