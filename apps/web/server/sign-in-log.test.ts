import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../packages/core/test/database.ts'

const { db, url } = await testDatabase()
const main = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))
const canaries = ['canary-address@stadt.de', 'CANARYC0', 'canary-token'.padEnd(43, 'x'), 'canary-agent', 'canary-name']
const [address = '', code = '', token = '', agent = '', name = ''] = canaries

test('nothing of what signs somebody in, and nobody’s address, stands in the log, whatever goes wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-log-'))
  const env = { ...process.env, DATABASE_URL: url, FACHTAG_DATA: folder, PORT: '0', LOG_LEVEL: 'debug', ORIGIN: '' }
  const child = spawn(process.execPath, [main, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const site = (JSON.parse(String(line)) as { url: string }).url
    const headers = {
      origin: site,
      'user-agent': agent,
      cookie: `fachtag_anmeldung=${token}; fachtag_anfrage=${token}`,
    }
    const send = (path: string, form: Record<string, string>, over = headers) =>
      fetch(site + path, { method: 'POST', redirect: 'manual', headers: over, body: new URLSearchParams(form) })
    await send('/anmelden?/mail', { address, weiter: `/${name}\n{"level":60}` })
    await send('/anmelden/code', { code })
    await send('/anmelden/link', { token })
    await send('/anmelden/link', { token }, { ...headers, origin: 'https://evil.example' })
    await fetch(`${site}/anmelden/link?link=${token}`, { headers })
    await fetch(`${site}/konto?name=${name}%0a%7b%22level%22%3a60%7d`, { headers })
    await db.schema.alterTable('sign_in_requests').renameTo('sign_in_requests_gone').execute()
    expect((await send('/anmelden?/mail', { address })).status).toBe(500)
    expect((await fetch(`${site}/anmelden/link?link=${token}`, { headers })).status).toBe(500)
  } finally {
    child.kill()
    await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  expect(log).toContain('page failed')
  expect(canaries.filter((canary) => log.includes(canary))).toEqual([])
  expect(log).not.toContain('"level":60')
}, 60_000)
