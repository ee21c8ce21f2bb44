import { openApp } from '@fachtag/core/app/open'
import { readSettings } from '@fachtag/core/platform/config/read'
import { createLog } from '@fachtag/core/platform/log/log'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../packages/core/test/database.ts'
import { startWeb } from './start.ts'

const canary = 'kanarienvogel'
const lines: string[] = []
const { url } = await testDatabase()
const opened = await openApp(readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent', FACHTAG_WORKER: 'no' }))
const app = { ...opened, log: createLog('debug', { write: (line) => lines.push(line) }) }
const web = await startWeb(app, { host: '127.0.0.1', port: 0 })
afterAll(async () => {
  await web.close()
  await opened.close()
})

const headers = {
  cookie: `${canary}=${canary}; __Host-sign-in=${canary}`,
  'user-agent': canary,
  referer: `https://${canary}.example/`,
  'x-forwarded-for': '192.0.2.7',
  authorization: `Bearer ${canary}`,
}
const get = (path: string) => fetch(web.url + path, { headers, redirect: 'manual' })
const post = (path: string, form: Record<string, string>) =>
  fetch(web.url + path, {
    method: 'POST',
    headers: { ...headers, origin: web.url },
    body: new URLSearchParams(form),
    redirect: 'manual',
  })

/** Everything that somebody can hand in without having signed in, each time with a canary in it. */
async function handIn(): Promise<number[]> {
  const answers = await Promise.all([
    get(`/personen/${canary}`),
    get(`/suche?q=${canary}`),
    get(`/anmelden/link?link=${canary}`),
    get(`/${canary}@example.org/x`),
    get(`/einladung?link=${canary}`),
    post('/anmelden', { address: `${canary}@example.org`, name: canary }),
    post('/anmelden/code', { code: canary }),
    post('/anmelden/link', { token: canary }),
    post('/einrichten', { token: canary }),
    post('/barriere-melden', { page: canary, description: canary, replyTo: `${canary}@example.org` }),
  ])
  return answers.map((answer) => answer.status)
}

test('nothing that somebody hands in reaches the log, whether it works or not', async () => {
  await handIn()
  for (const table of ['persons', 'sign_in_requests', 'barrier_reports', 'search_words', 'sign_ins'])
    await sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_away`)}`.execute(opened.db)
  expect((await handIn()).filter((status) => status === 500).length).toBeGreaterThan(1)
  expect(lines.filter((line) => line.includes('page failed')).length).toBeGreaterThan(1)
  expect(lines.filter((line) => line.includes(canary) || line.includes('192.0.2.7'))).toEqual([])
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
})

test('what failed can still be found: by its page, and where in the code', () => {
  const failed = lines.map((line) => JSON.parse(line)).find((entry) => entry.event === 'page failed')
  expect(failed.route).toMatch(/^\//)
  expect(failed.error.stack.length).toBeGreaterThan(0)
})
