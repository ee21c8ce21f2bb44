import { deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { bytes, chunk, png } from '../../../packages/core/test/pictures.ts'
import { violations } from './accessibility.ts'
import { newPage, newPageAs, useBrowser } from './browser.ts'

useBrowser()

const series = '/organisieren/probelauf'
const year = Temporal.Now.plainDateISO().year + 1
const edition = `${series}/${year}`

/** Every form and list of the edition's side, with what its heading says. */
const pages = [
  [series, 'Probelauf eines IT-Fachtags (erfunden)'],
  [`${series}/stammdaten`, 'Probelauf eines IT-Fachtags (erfunden)'],
  [`${series}/neu`, 'Ausgabe anlegen'],
  [`${series}/ansprechpersonen`, 'Ansprechpersonen'],
  [`${series}/quellen`, 'Quellen'],
  [`${series}/quellen/neu`, 'Quelle anlegen'],
  [`${series}/aktuelles`, 'Aktuelles'],
  [`${series}/aktuelles/neu`, 'Meldung anlegen'],
  [`${series}/rubriken`, 'Rubriken'],
  [`${series}/bilder`, 'Bilder'],
  [`${series}/bilder/neu`, 'Bild hinzufügen'],
  [`${edition}/stammdaten`, `Probelauf ${year} (erfunden)`],
  [`${edition}/stammdaten?loeschen`, `Probelauf ${year} (erfunden)`],
  [`${edition}/angaben`, 'Veranstalter und Zahlen'],
  [`${edition}/raeume`, 'Räume'],
  [`${edition}/raeume/neu`, 'Raum anlegen'],
  [`${edition}/reihen`, 'Vortragsreihen'],
  [`${edition}/reihen/neu`, 'Reihe anlegen'],
  [`${edition}/aktuelles`, 'Aktuelles'],
  [`${edition}/rueckblick`, 'Rückblick'],
  [`${edition}/rueckblick/neu`, 'Rückblick anlegen'],
] as const

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

describe.each([
  [1280, 'dark'],
  [320, 'light'],
] as const)('at %i pixels, %s', (width, colorScheme) => {
  test('every page is without barriers', async () => {
    const page = await newPageAs('organiser', { viewport: { width, height: 800 }, colorScheme })
    for (const [path, heading] of pages) {
      await page.goto(path)
      const found = { path, heading: await page.locator('h1').textContent(), problems: await violations(page) }
      expect({ ...found, overflow: await overflow(page) }).toEqual({ path, heading, problems: [], overflow: 0 })
    }
    await page.context().close()
  })
})

const save = (page: Page, name = 'Speichern') => page.locator('.save').getByRole('button', { name }).click()
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor()

/** A picture of 8 × 8 grey pixels that says where it was taken. */
const picture = () => {
  const rows = new Uint8Array(9 * 8).fill(128)
  const header = chunk('IHDR', [0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0])
  const place = chunk('tEXt', bytes('Comment\0Geheimer Ort'))
  return Buffer.from(bytes(png(1, 1).slice(0, 8), header, place, chunk('IDAT', deflateSync(rows)), chunk('IEND', [])))
}

async function addEdition(page: Page, slug: string): Promise<void> {
  await page.goto(`${series}/neu`)
  await page.getByLabel('Name', { exact: true }).fill(`Fachtag ${slug}`)
  await page.getByLabel('Adresse').fill(slug)
  await page.getByLabel('Erster Tag').fill('2041-11-06')
  await page.getByLabel('Letzter Tag').fill('2041-11-05')
  await page.getByLabel('Stadt', { exact: true }).fill('Leipzig')
  await save(page, 'Anlegen')
  expect(await page.getByLabel('Letzter Tag').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('Stadt', { exact: true }).inputValue()).toBe('Leipzig')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Letzter Tag').fill('2041-11-07')
  await save(page, 'Anlegen')
  await saved(page)
}

async function addPicture(page: Page): Promise<void> {
  await page.goto(`${series}/bilder/neu`)
  await page.getByLabel('Datei').setInputFiles({ name: 'saal.png', mimeType: 'image/png', buffer: picture() })
  await page.getByLabel('Name', { exact: true }).fill('Saal')
  await save(page, 'Anlegen')
  expect(await page.getByLabel('Beschreibung (Deutsch)').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('Datei').setInputFiles({ name: 'saal.png', mimeType: 'image/png', buffer: picture() })
  await page.getByLabel('Beschreibung (Deutsch)').fill('Der große Saal, noch leer')
  await save(page, 'Anlegen')
  await saved(page)
}

test('an edition with rooms, tracks and news is set up, looked at, and shown to the public', async () => {
  const page = await newPageAs('organiser')
  const reader = await newPage()
  await addEdition(page, '2041')
  for (const [path, name, more] of [
    ['raeume', 'Großer Saal', 'Plätze'],
    ['reihen', 'Verwaltung digital', undefined],
  ] as const) {
    await page.goto(`${series}/2041/${path}/neu`)
    await page.getByLabel('Name', { exact: true }).fill(name)
    if (more) await page.getByLabel(more).fill('120')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await page.locator('tbody th').allTextContents()).toEqual([name])
  }
  await addPicture(page)

  await page.goto(`${series}/2041/aktuelles/neu`)
  await page.getByLabel('Überschrift (Deutsch)').fill('Der Ort steht fest')
  await page.locator('[id="body.de"]').fill('## Wo\n\nIm **großen** Saal.')
  await page.getByRole('combobox', { name: 'Bild: Text (Deutsch)' }).selectOption('Saal')
  await page.getByRole('button', { name: 'Bild einfügen: Text (Deutsch)' }).click()
  await expect.poll(() => page.locator('[id="body.de"]').inputValue()).toContain('](bild:img_')
  await page.getByRole('button', { name: 'Vorschau: Text (Deutsch)' }).click()
  await page.getByRole('img', { name: 'Der große Saal, noch leer' }).waitFor()
  expect(await page.getByLabel('Überschrift (Deutsch)').inputValue()).toBe('Der Ort steht fest')
  expect(await violations(page)).toEqual([])
  await save(page, 'Anlegen')
  await saved(page)
  expect((await reader.goto('/probelauf/aktuelles/der-ort-steht-fest'))?.status()).toBe(404)
  await page.getByRole('link', { name: 'Vorschau der Seite' }).click()
  expect(await page.locator('h1').textContent()).toBe('Der Ort steht fest')
  await page.goBack()
  await page.getByRole('button', { name: 'Veröffentlichen' }).click()

  await page.goto(`${series}/2041/stammdaten`)
  await page.getByRole('link', { name: 'Vorschau der Seite' }).click()
  expect(await page.locator('h1').textContent()).toBe('Fachtag 2041')
  expect((await reader.goto('/probelauf/2041'))?.status()).toBe(404)
  await page.goBack()
  await page.getByRole('button', { name: 'Veröffentlichen' }).click()
  expect((await reader.goto('/probelauf/2041'))?.status()).toBe(200)

  await reader.goto('/probelauf/aktuelles/der-ort-steht-fest')
  const image = reader.getByRole('img', { name: 'Der große Saal, noch leer' })
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth)).toBe(8)
  const sent = await reader.request.get((await image.getAttribute('src')) ?? '')
  expect((await sent.body()).toString('latin1')).not.toContain('Geheimer Ort')
  expect(sent.headers()['content-security-policy']).toBe("sandbox; default-src 'none'")
  expect(await violations(reader)).toEqual([])
  await page.context().close()
  await reader.context().close()
})

describe.each([true, false])('two who edit the same (JavaScript: %s)', (javaScriptEnabled) => {
  test('the second sees both versions and chooses', async () => {
    const [first, second] = [
      await newPageAs('organiser', { javaScriptEnabled }),
      await newPageAs('second-organiser', { javaScriptEnabled }),
    ]
    for (const page of [first, second]) await page.goto(`${edition}/stammdaten`)
    await first.getByLabel('Motto (Deutsch)').fill('Motto der Ersten')
    await first.getByLabel('Straße und Hausnummer').fill('Am Ring 1')
    await save(first)
    await saved(first)
    await second.getByLabel('Motto (Deutsch)').fill(`Motto des Zweiten ${javaScriptEnabled}`)
    await save(second)
    expect(await second.locator('h2').first().textContent()).toBe('Inzwischen hat jemand anderes gespeichert')
    if (javaScriptEnabled) expect(await violations(second)).toEqual([])
    expect(await second.getByText('Gespeichert von').textContent()).toContain('Olga Probe')
    const motto = second.getByRole('group', { name: 'Motto', exact: true })
    expect(await motto.textContent()).toContain('Motto der Ersten')
    await motto.getByRole('radio', { name: 'Ihre Fassung' }).check()
    await second.getByRole('button', { name: 'Auswahl speichern' }).click()
    await saved(second)
    expect(await second.getByLabel('Motto (Deutsch)').inputValue()).toBe(`Motto des Zweiten ${javaScriptEnabled}`)
    expect(await second.getByLabel('Straße und Hausnummer').inputValue()).toBe('Am Ring 1')
    for (const page of [first, second]) await page.context().close()
  })
})

describe.each([true, false])('contact persons (JavaScript: %s)', (javaScriptEnabled) => {
  test('are added, found by name and moved by the keyboard', async () => {
    const page = await newPageAs('organiser', { javaScriptEnabled })
    await page.goto(`${series}/ansprechpersonen`)
    const before = await page.locator('[name="contacts.count"]').inputValue()
    await page.getByRole('button', { name: 'Ansprechperson hinzufügen' }).press('Enter')
    const field = page.locator(`[id="contacts.${before}.personId"]`)
    await field.waitFor()
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.type(`Greta Gast ${javaScriptEnabled ? 'Eins' : 'Zwei'}`)
    await page.locator(`[id="contacts.${before}.phone"]`).fill('0341 1')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toContain('Telefon')
    await page.locator(`[id="contacts.${before}.phone"]`).fill('+49 341 123456')
    await save(page)
    await saved(page)
    expect(await page.locator(`[id="contacts.${before}.personId"]`).inputValue()).toContain('Greta Gast')
    await page.getByRole('button', { name: `Entfernen: Ansprechpersonen, Zeile ${Number(before) + 1}` }).press('Enter')
    await page.locator(`[id="contacts.${before}.personId"]`).waitFor({ state: 'detached' })
    await save(page)
    await saved(page)
    expect(await page.locator('[name="contacts.count"]').inputValue()).toBe(before)
    await page.context().close()
  })
})

test('who edits news sees nothing of what they may not do', async () => {
  const page = await newPageAs('editor')
  await page.goto(`${edition}/aktuelles`)
  const ways = await page.getByRole('navigation', { name: 'Arbeitsplatz' }).getByRole('link').allTextContents()
  expect(ways).toContain('Aktuelles')
  expect(ways).toContain('Rückblick')
  expect(ways).not.toContain('Räume')
  expect(ways).not.toContain('Rollen')
  expect((await page.goto(`${edition}/raeume`))?.status()).toBe(403)
  await page.context().close()
})
