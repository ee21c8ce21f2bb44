import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

const main = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))
let site = { address: '', setup: '' }
let stop = async () => {}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fachtag-empty-'))
  const env = { ...process.env, FACHTAG_DATA: folder, PORT: '0', HOST: '127.0.0.1', ORIGIN: '', LOG_LEVEL: 'silent' }
  const server = spawn(process.execPath, [main, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  const [line] = await once(createInterface({ input: server.stdout }), 'line')
  site = JSON.parse(String(line))
  stop = async () => {
    server.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
})
afterAll(() => stop())

test('the first organiser of an empty installation gets in once, describes a series and fills a page', async () => {
  const page = await newPage({ baseURL: site.address })
  await page.goto(site.setup)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Anmelden und einrichten' }).click()
  await page.waitForURL('**/konto')
  expect(await page.locator('main').textContent()).toContain(
    'Ohne E-Mail-Adresse können Sie sich nach dem Abmelden nicht',
  )
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'Zum Organisieren' }).click()
  expect(await page.locator('main').textContent()).toContain('Noch ist keine Veranstaltungsreihe angelegt.')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Reihe anlegen' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Nordlichter der Verwaltung')
  await page.getByLabel('Adresse').fill('Nord Lichter')
  const create = page.locator('.save').getByRole('button', { name: 'Anlegen' })
  await create.click()
  expect(await page.getByLabel('Adresse').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Nordlichter der Verwaltung')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Adresse').fill('nordlichter')
  await create.click()
  await page.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor()

  const reader = await newPage({ baseURL: site.address })
  await reader.goto('/')
  expect(await reader.locator('h1').textContent()).toContain('Nordlichter der Verwaltung')
  await page.goto('/organisieren/seiten/impressum')
  await page
    .getByRole('textbox', { name: 'Text (Deutsch)' })
    .fill('## Anbieter\n\nStadt Musterhausen <script>alert(1)</script>')
  await page.locator('.save').getByRole('button').click()
  await page.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor()
  await expect
    .poll(
      async () => {
        await reader.goto('/impressum')
        return reader.locator('main').textContent()
      },
      { timeout: 10_000 },
    )
    .toContain('Stadt Musterhausen <script>alert(1)</script>')

  await page.goto('/organisieren')
  await page.getByRole('button', { name: 'Abmelden' }).click()
  expect((await page.goto('/organisieren'))?.status()).toBe(403)
  await page.goto(site.setup)
  await page.getByRole('button', { name: 'Anmelden und einrichten' }).click()
  expect(await page.getByRole('status').textContent()).toContain('schon benutzt')
  for (const one of [page, reader]) await one.context().close()
})
