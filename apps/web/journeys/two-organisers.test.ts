import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, newPageAs, useBrowser } from './browser.ts'
import { openMail } from './mailbox.ts'

useBrowser()

const series = '/organisieren/mitteldeutscher-it-fachtag'
const edition = `${series}/2025`
const cli = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))

/** Two organisers of different organisations, and somebody they invite. */
let [olga, otto, ina] = [] as unknown as [Page, Page, Page]

beforeAll(async () => {
  olga = await newPageAs('organiser')
  otto = await newPageAs('second-organiser')
  ina = await newPage()
  // A key that confirms by itself: what a fingerprint or a PIN does.
  const session = await ina.context().newCDPSession(ina)
  await session.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
})

const heading = (page: Page) => page.locator('h1').textContent()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

/** The link in the last mail to this address. */
async function linkTo(address: string): Promise<string> {
  const mailbox = await newPage()
  await openMail(mailbox, address)
  const href = await mailbox.locator('main ul a').first().getAttribute('href')
  await mailbox.context().close()
  return href ?? ''
}

describe('two organisers', () => {
  test('make the next edition from the last one, and both work on it', async () => {
    await olga.goto(`${series}/neue-ausgabe`)
    expect(await violations(olga)).toEqual([])
    await press(olga, 'Ausgabe anlegen')
    await olga.waitForURL(`**${edition}*`)
    await otto.goto(`${edition}/stammdaten`)
    await otto.getByLabel('Motto (Deutsch)').fill('Gemeinsam statt einsam')
    await otto.locator('.save').getByRole('button', { name: 'Speichern' }).click()
    await otto.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor()
    await olga.goto(`${edition}/stammdaten`)
    expect(await olga.getByLabel('Motto (Deutsch)').inputValue()).toBe('Gemeinsam statt einsam')
    expect((await (await newPage()).goto('/mitteldeutscher-it-fachtag/2025'))?.status()).toBe(404)
  })

  test('invite a programme lead, who accepts and sets up a passkey', async () => {
    await olga.goto(`${edition}/rollen`)
    expect(await violations(olga)).toEqual([])
    await olga.getByLabel('E-Mail-Adresse').fill('ina@probe.example')
    await olga.getByLabel('Name').fill('Ina Probe (erfunden)')
    await press(olga, 'Einladen')
    await olga.getByText('Die Einladung ist unterwegs.').waitFor()

    const link = await linkTo('ina@probe.example')
    for (let n = 0; n < 3; n++) await ina.goto(link)
    expect(await ina.locator('main').textContent()).toContain(
      'Olga Probe (erfunden) lädt Sie ein: Programm, IT-Fachtag 2025',
    )
    expect(await violations(ina)).toEqual([])
    await press(ina, 'Einladung annehmen')
    await ina.waitForURL('**/konto/zweiter-faktor*')
    expect((await (await newPage()).goto(edition))?.status()).toBe(403)
    expect(await violations(ina)).toEqual([])
  })

  test('until when she is let in to nothing', async () => {
    await ina.goto(edition)
    expect(new URL(ina.url()).pathname).toBe('/konto/zweiter-faktor')
    await ina.getByRole('link', { name: 'Passkey einrichten' }).click()
    await ina.waitForURL('**/konto/passkeys?*')
    expect(await violations(ina)).toEqual([])
    await press(ina, 'Passkey einrichten')
    await ina.waitForURL(`**${edition}*`)
    await ina.goto(edition)
    expect([new URL(ina.url()).pathname, await heading(ina)]).toEqual([edition, 'Übersicht'])
    expect((await ina.goto(`${series}/2024`))?.status()).toBe(404)
    expect((await ina.goto(`${edition}/rollen`))?.status()).toBe(403)
  })

  test('publish news, which the public sees at once', async () => {
    const reader = await newPage()
    await reader.goto('/mitteldeutscher-it-fachtag/aktuelles')
    await otto.goto(`${edition}/aktuelles/neu`)
    await otto.getByLabel('Überschrift (Deutsch)').fill('Der Termin 2025 steht')
    await otto
      .getByRole('textbox', { name: 'Text (Deutsch)' })
      .fill('Am **26. November** in Leipzig. <script>alert(1)</script>')
    await otto.locator('.save').getByRole('button', { name: 'Anlegen' }).click()
    await otto.getByRole('status').waitFor()
    await reader.reload()
    expect(await reader.locator('main').textContent()).not.toContain('Der Termin 2025 steht')
    await otto.getByRole('button', { name: 'Veröffentlichen' }).click()
    await otto.getByRole('status').waitFor()
    await expect
      .poll(async () => {
        await reader.reload()
        return reader.locator('main').textContent()
      })
      .toContain('Der Termin 2025 steht')
    await reader.getByRole('link', { name: 'Der Termin 2025 steht' }).click()
    expect(await reader.locator('main strong').first().textContent()).toBe('26. November')
    expect(await reader.locator('main').textContent()).toContain('<script>alert(1)</script>')
    await reader.context().close()
  })

  test('write to those who took part last year; the mail goes out when it was released', async () => {
    await olga.goto('/organisieren/personen?q=Opitz')
    await olga.getByRole('link', { name: 'Georg Opitz' }).click()
    await olga.goto(`${new URL(olga.url()).pathname}/erreichbar`)
    await olga.getByLabel('E-Mail', { exact: false }).first().fill('opitz@probe.example')
    await olga.locator('.save').getByRole('button').click()
    await olga.getByRole('status').waitFor()

    await olga.goto(`${edition}/rundschreiben`)
    expect(await violations(olga)).toEqual([])
    await olga.getByLabel('Beteiligte an').selectOption({ label: 'IT-Fachtag 2024' })
    await olga.getByLabel('Betreff (Deutsch)').fill('Wiedersehen 2025')
    await olga.locator('.save').getByRole('button', { name: 'Vorschau' }).click()
    await olga.getByText('Das erreicht 1 Person', { exact: true }).waitFor()
    expect(await violations(olga)).toEqual([])
    await press(olga, '1 Mail in den Postausgang legen')
    await olga.getByText('Das Rundschreiben liegt im Postausgang').waitFor()
    await olga.goto(`${edition}/post`)
    expect(await violations(olga)).toEqual([])
    await olga
      .getByRole('button', { name: /freigeben/i })
      .first()
      .click()
    expect(await linkTo('opitz@probe.example')).toContain('http')
  })

  test('have an account disabled, which is out with its next step', async () => {
    const bela = await newPageAs('operator')
    await bela.goto('/organisieren/konten?q=Ina')
    expect(await violations(bela)).toEqual([])
    expect((await ina.goto(edition))?.status()).toBe(200)
    await bela.getByRole('button', { name: 'Sperren: Ina Probe (erfunden)' }).click()
    await bela.waitForLoadState()
    expect((await ina.goto(edition))?.status()).toBe(403)
    expect(await heading(ina)).toContain('Anmelden')
    await bela.context().close()
  })

  test('find all of it in the log, which is whole', async () => {
    await olga.goto(`${edition}/protokoll`)
    expect(await violations(olga)).toEqual([])
    const log = (await olga.locator('main').textContent()) ?? ''
    for (const said of ['Otto Probe (erfunden)', 'Gemeinsam statt einsam', 'Der Termin 2025 steht'])
      expect(log).toContain(said)
    const bela = await newPageAs('operator')
    await bela.goto('/organisieren/protokoll')
    await press(bela, 'Prüfen')
    await bela.getByRole('status').waitFor()
    expect(await bela.getByRole('status').textContent()).toMatch(/unverändert/i)
    const env = { ...process.env, FACHTAG_DATA: join(inject('site').data, 'demo') }
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify', '--json'], { env })
    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
    for (const page of [olga, otto, ina, bela]) await page.context().close()
  })
})
