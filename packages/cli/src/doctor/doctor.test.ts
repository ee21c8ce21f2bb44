import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '@fachtag/core/platform/config/read'
import { expect, test } from 'vitest'
import { checkDisk, checkFolder, checkNode } from './machine.ts'
import { checkMail, checkOrigin, checkSettings } from './settings.ts'
import { checkPort } from './web.ts'

test.each([
  ['26.10.0', 'ok'],
  ['24.1.0', 'problem'],
])('Node %s: %s', (version, state) => {
  expect(checkNode(version).state).toBe(state)
})

test.each([
  [{ ORIGIN: 'https://fachtag.example.org' }, 'ok'],
  [{ ORIGIN: 'http://localhost:3000' }, 'ok'],
  [{ ORIGIN: 'http://fachtag.example.org' }, 'warning'],
  [{}, 'warning'],
])('%o: %s', (env, state) => {
  expect(checkOrigin(readSettings(env)).state).toBe(state)
})

test.each([
  [{}, 'warning', 'Postausgang'],
  [{ SMTP_URL: 'smtp://mail.example.org' }, 'problem', 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://u:geheim@mail.example.org', MAIL_FROM: 'a@b.example' }, 'ok', 'mail.example.org:465, mit TLS'],
  [{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.example' }, 'ok', 'unverschlüsselt'],
])('%o: mail is %s', (env, state, words) => {
  const finding = checkMail(readSettings(env))
  expect([finding.state, finding.says.de]).toEqual([state, expect.stringContaining(words)])
  expect(JSON.stringify(finding)).not.toContain('geheim')
})

test('each setting that cannot be understood is explained', () => {
  const { settings, findings } = checkSettings({ PORT: 'x', LOG_LEVEL: 'laut' })
  expect(settings).toBeUndefined()
  expect(findings.map(({ check, state }) => [check, state])).toEqual([
    ['setting.PORT', 'problem'],
    ['setting.LOG_LEVEL', 'problem'],
  ])
  expect(findings[0]?.mend?.de).toContain('65535')
})

test('a folder that is there, one that will be, one that cannot be', async () => {
  expect(checkFolder(tmpdir()).says.de).toContain('liegen in')
  expect(checkFolder(join(tmpdir(), 'noch', 'nicht', 'da')).says.de).toContain('entsteht')
  expect((await checkDisk(tmpdir())).says.de).toMatch(/^\d+\.\d GB/)
  expect((await checkDisk('/proc')).state).toBe('problem')
})

test('a port that is taken is a problem, a free one is not', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const settings = readSettings({ PORT: String(port), FACHTAG_DATA: join(tmpdir(), 'nirgends') })
  expect((await checkPort(settings)).state).toBe('problem')
  await new Promise((resolve) => server.close(resolve))
  expect((await checkPort(settings)).state).toBe('ok')
})
