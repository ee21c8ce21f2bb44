import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '@fachtag/core/platform/config/read'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { newFolder } from '../../test/cli-process.ts'
import { checkDatabase } from './database.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'
import { checkFolder } from './machine.ts'

const { url: complete } = await testDatabase()
const { db: bare, url: empty } = await testDatabase()
const elsewhere = new URL(complete)
elsewhere.pathname = '/gibt_es_nicht'
const FACHTAG_DATA = newFolder()

beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8')
  await sql`drop schema public cascade`.execute(bare)
  await sql`create schema public`.execute(bare)
})
afterAll(() => vi.unstubAllEnvs())

const states = (findings: readonly Finding[]) => findings.map(({ check, state }) => `${check}: ${state}`)
const check = (env: NodeJS.ProcessEnv) => checkDatabase(readSettings({ FACHTAG_DATA, ...env }))

describe('the database', () => {
  test.each<[string, NodeJS.ProcessEnv, string[]]>([
    ['that is complete', { DATABASE_URL: complete }, ['database: ok', 'extensions: ok', 'schema: ok']],
    [
      'without a schema, which the next start makes',
      { DATABASE_URL: empty },
      ['database: ok', 'extensions: ok', 'schema: warning'],
    ],
    [
      'without a schema, where the start must not make it',
      { DATABASE_URL: empty, FACHTAG_MIGRATE: 'no' },
      ['database: ok', 'extensions: ok', 'schema: problem'],
    ],
    ['that nobody answers for', { DATABASE_URL: 'postgres://127.0.0.1:1/x' }, ['database.unreachable: problem']],
    ['that is not there', { DATABASE_URL: elsewhere.href }, ['database.unreachable: problem']],
    ['that the first start makes', {}, ['database: ok']],
  ])('%s', async (_, env, expected) => {
    expect(states(await check(env))).toEqual(expected)
  })

  test('that hangs up is told as what it is, not as a fault of ours', async () => {
    const rude = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const { port } = rude.address() as { port: number }
    const [finding] = await check({ DATABASE_URL: `postgres://127.0.0.1:${port}/x` })
    await new Promise((resolve) => rude.close(resolve))
    expect(finding).toMatchObject({ check: 'database.unreachable', state: 'problem' })
    expect(finding!.says.de).toContain('Die Datenbank ist nicht zu erreichen')
  })

  test('never tells a password', async () => {
    const [finding] = await check({ DATABASE_URL: 'postgres://fachtag:geheim123@127.0.0.1:1/x' })
    expect(JSON.stringify(finding)).not.toContain('geheim123')
  })

  test('is not changed by being looked at', async () => {
    await check({ DATABASE_URL: empty })
    const { rows } = await sql`select 1 from information_schema.tables where table_schema = 'public'`.execute(bare)
    expect(rows).toEqual([])
  })
})

describe('the examination', () => {
  const env = { DATABASE_URL: complete, FACHTAG_DATA, PORT: '0', ORIGIN: 'https://fachtag.example.org' }
  const named = async (given: NodeJS.ProcessEnv) => (await examine({ ...env, ...given })).map((one) => one.check)

  test('looks at everything that the service needs', async () => {
    const everything = [
      'node',
      'settings',
      'pages',
      'data',
      'disk',
      'database',
      'extensions',
      'schema',
      'origin',
      'mail',
      'port',
    ]
    expect(await named({})).toEqual(everything)
  })

  test('stops where settings cannot be understood, and explains each of them', async () => {
    expect(await named({ PORT: 'viele', HOST: 'http://x' })).toEqual(['node', 'setting.HOST', 'setting.PORT', 'pages'])
  })

  test('does not look for room or a database of its own in a folder that cannot be one', async () => {
    expect(await named({ FACHTAG_DATA: '/dev/null/daten', DATABASE_URL: '' })).not.toContain('disk')
    expect(checkFolder('/dev/null/daten')).toMatchObject({ check: 'data', state: 'problem' })
  })

  test('says of everything that is wrong what to do, in both languages', async () => {
    const ill = [
      ...(await examine({ DATABASE_URL: 'postgres://127.0.0.1:1/x', FACHTAG_DATA: '/dev/null/x', HOST: '192.0.2.1' })),
      ...(await examine({ PORT: '-1', ORIGIN: 'irgendwo', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'laut' })),
      ...(await examine({ DATABASE_URL: empty, FACHTAG_DATA: join(tmpdir(), 'nie'), ORIGIN: 'http://example.org' })),
    ].filter((finding) => finding.state !== 'ok')
    expect(ill.length).toBeGreaterThan(8)
    for (const { says, mend, check } of ill) {
      expect([check, says.de && says.en && mend?.de && mend.en]).toEqual([check, expect.stringMatching(/\w/)])
      expect(`${says.de}${says.en}${mend?.de}${mend?.en}`).not.toContain('undefined')
    }
  })
})
