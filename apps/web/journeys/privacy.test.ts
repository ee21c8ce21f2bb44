import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, newPageAs, useBrowser } from './browser.ts'

useBrowser()

const edition = `/organisieren/probelauf/${Temporal.Now.plainDateISO().year + 1}`

/** Page → who opens it, and what its heading says. */
const pages = [
  ['/konto/einwilligungen', 'speaker', 'Ihre Einwilligungen'],
  ['/konto/daten', 'speaker', 'Ihre Daten'],
  ['/konto/daten/loeschen', 'speaker', 'Wirklich alles löschen?'],
  [`${edition}/einwilligungen`, 'programme', 'Einwilligungen'],
  ['/organisieren/aufbewahrung', 'operator', 'Aufbewahrung'],
  ['/geloescht', 'speaker', 'Ihre Daten sind gelöscht'],
] as const

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

describe.each([
  [1280, 'dark'],
  [320, 'light'],
] as const)('at %i pixels, %s', (width, colorScheme) => {
  test.each(pages)('%s is without barriers', async (path, role, heading) => {
    const page = await newPageAs(role, { viewport: { width, height: 800 }, colorScheme })
    await page.goto(path)
    expect(await page.locator('h1').textContent()).toBe(heading)
    expect({ problems: await violations(page), overflow: await overflow(page) }).toEqual({ problems: [], overflow: 0 })
    await page.context().close()
  })
})

test('a speaker answers by keyboard and without scripts, and an organiser sees it', async () => {
  const own = await newPageAs('speaker', { javaScriptEnabled: false })
  await own.goto('/konto/einwilligungen')
  const slides = own.getByRole('group', { name: 'Folien und Handreichungen' })
  await slides.getByRole('radio', { name: 'Nein' }).focus()
  await own.keyboard.press('Space')
  await own.getByRole('button', { name: /speichern$/ }).focus()
  await own.keyboard.press('Enter')
  await own.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor()
  expect(await slides.getByRole('radio', { name: 'Nein' }).isChecked()).toBe(true)
  const organiser = await newPageAs('programme')
  await organiser.goto(`${edition}/einwilligungen`)
  const row = organiser.getByRole('row').filter({ hasText: 'Samuel Probe' })
  expect(await row.getByRole('cell').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('abgelehnt')]),
  )
  await own.context().close()
  await organiser.context().close()
})

test('an answer that was noted with its reason is shown to the person', async () => {
  const organiser = await newPageAs('programme')
  await organiser.goto(`${edition}/einwilligungen`)
  await organiser.getByLabel('Person', { exact: true }).selectOption({ label: 'Dr. Samuel Probe (erfunden)' })
  await organiser.getByLabel('Wofür').selectOption({ label: 'Aufzeichnung' })
  await organiser.getByRole('button', { name: 'Antwort notieren und anwenden' }).click()
  await organiser.getByText('Bitte füllen Sie dieses Feld aus.', { exact: true }).waitFor()
  await organiser.getByLabel('Woher Sie das wissen').fill('am Telefon')
  await organiser.getByRole('button', { name: 'Antwort notieren und anwenden' }).click()
  await organiser.getByRole('status').filter({ hasText: 'Notiert' }).waitFor()
  const own = await newPageAs('speaker')
  await own.goto('/konto/einwilligungen')
  expect(await own.getByRole('group', { name: 'Aufzeichnung' }).textContent()).toContain('am Telefon')
  await organiser.context().close()
  await own.context().close()
})

test('the own data can be taken along, to read and for programs', async () => {
  const page = await newPageAs('speaker')
  await page.goto('/konto/daten')
  const take = async (name: RegExp) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
    return readFile(await download.path(), 'utf8')
  }
  expect(await take(/Als Seite/)).toContain('<h1>Ihre Daten: Dr. Samuel Probe (erfunden)</h1>')
  expect(JSON.parse(await take(/Als JSON/))).toMatchObject({ name: 'Dr. Samuel Probe (erfunden)' })
  await page.context().close()
})

test('somebody from the archive is erased on request: page, search and programme follow at once', async () => {
  const [page, reader] = [await newPageAs('second-organiser'), await newPage()]
  expect((await reader.goto('/personen/christian-aegerter'))?.status()).toBe(200)
  const session = await reader.locator('a[href*="/programm/beitrag/"]').first().getAttribute('href')
  await page.goto('/organisieren/personen?q=Aegerter')
  await page.getByRole('link', { name: /Aegerter/ }).click()
  await page.getByRole('link', { name: 'Alle Daten dieser Person löschen' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Endgültig löschen' }).click()
  await page.getByText('Bitte bestätigen Sie').waitFor()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Endgültig löschen' }).click()
  await page.waitForURL(/\/organisieren\/personen\?/)
  expect((await reader.goto('/personen/christian-aegerter'))?.status()).toBe(404)
  await reader.goto(session ?? '')
  const shown = await reader.locator('main').textContent()
  expect(shown).toContain('Person auf Wunsch entfernt')
  expect(shown).not.toContain('Aegerter')
  await reader.goto('/suche?q=Aegerter&art=person')
  expect(await reader.locator('main').textContent()).not.toMatch(/Christian\s+Aegerter/)
  await page.context().close()
  await reader.context().close()
})
