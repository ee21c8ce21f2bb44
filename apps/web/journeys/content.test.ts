import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPageAs, useBrowser } from './browser.ts'

useBrowser()

const year = Temporal.Now.plainDateISO().year + 1
const edition = `/organisieren/probelauf/${year}`

/** Every kind of page for people and content, with what its heading says. */
const pages = [
  [edition, 'Übersicht'],
  [`${edition}/beitraege`, 'Beiträge'],
  [`${edition}/beitraege?fehlt=speaker`, 'Beiträge'],
  [`${edition}/beitraege/neu`, 'Beitrag anlegen'],
  [`${edition}/veroeffentlichen`, 'Programm veröffentlichen'],
  [`${edition}/anfragen`, 'Anfragen'],
  [`${edition}/unterlagen`, 'Unterlagen'],
  [`${edition}/unterlagen/neu`, 'Unterlage anlegen'],
  ['/organisieren/probelauf/neue-ausgabe', 'Neue Ausgabe'],
  ['/organisieren/personen?q=probe', 'Personen'],
  ['/organisieren/personen/neu', 'Person anlegen'],
  ['/organisieren/organisationen', 'Organisationen'],
  ['/organisieren/organisationen/neu?verzeichnis=halle', 'Organisation anlegen'],
  ['/organisieren/themen', 'Themen'],
  ['/organisieren/themen/neu', 'Thema anlegen'],
] as const

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

describe.each([
  [1280, 'light'],
  [320, 'dark'],
] as const)('at %i pixels, %s', (width, colorScheme) => {
  test.each(pages)('%s is without barriers', async (path, heading) => {
    const page = await newPageAs('organiser', { viewport: { width, height: 800 }, colorScheme })
    await page.goto(path)
    expect(await page.locator('h1').allTextContents()).toEqual([heading])
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })
})

/** Presses Tab until the element with this id has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${id}`)
}

test('a session with somebody who speaks is written down with the keyboard alone, and found with its speaker', async () => {
  const page = await newPageAs('programme')
  await page.goto(`${edition}/beitraege/neu`)
  await tabTo(page, 'title')
  await page.keyboard.type('Mit der Tastatur')
  await page.getByRole('button', { name: 'Mitwirkende hinzufügen' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[id="appearances.0.personId"]').waitFor()
  await tabTo(page, 'appearances.0.personId')
  await page.keyboard.type('Nele Niegesehen')
  await tabTo(page, 'appearances.0.function')
  await page.keyboard.type('Leiterin')
  await page.keyboard.press('Enter')
  await page.waitForURL(/beitraege\/ses_\w+\?gespeichert/)
  expect(await page.locator('h1').textContent()).toBe('Mit der Tastatur')
  expect(await page.locator('[id="appearances.0.personId"]').inputValue()).toBe('Nele Niegesehen')

  await page.goto(`${edition}/beitraege?q=niegesehen`)
  expect(await page.locator('tbody th').allTextContents()).toEqual(['Mit der Tastatur'])
  await page.context().close()
})

test('what is missing is mended on the way that the dashboard shows', async () => {
  const page = await newPageAs('programme', { javaScriptEnabled: false })
  await page.goto(edition)
  await page.getByRole('link', { name: /ohne Vortragende/ }).click()
  expect(page.url()).toContain('beitraege?fehlt=speaker')
  const before = await page.locator('tbody tr').count()
  await page.locator('tbody th a').first().click()
  await page.getByRole('button', { name: 'Mitwirkende hinzufügen' }).click()
  await page.locator('[id="appearances.0.personId"]').fill('Volker Vonnebenan')
  await page.getByRole('button', { name: 'Speichern' }).last().click()
  await page.goto(`${edition}/beitraege?fehlt=speaker`)
  expect(await page.locator('tbody tr').count()).toBe(before - 1)
  await page.context().close()
})

test('two who change one session both see what the other wrote', async () => {
  const [one, other] = [await newPageAs('programme'), await newPageAs('organiser')]
  await one.goto(`${edition}/beitraege`)
  const path = (await one.locator('tbody th a').nth(1).getAttribute('href'))!
  await Promise.all([one.goto(path), other.goto(path)])
  await one.locator('#subtitle').fill('Der Erste')
  await one.locator('#subtitle').press('Enter')
  await one.waitForURL(/gespeichert/)
  await other.locator('#subtitle').fill('Der Zweite')
  await other.locator('#subtitle').press('Enter')
  await other.getByRole('heading', { name: 'Inzwischen hat jemand anderes gespeichert' }).waitFor()
  const shown = await other.locator('main').textContent()
  expect(shown).toContain('Der Erste')
  expect(shown).toContain('Der Zweite')
  expect(await violations(other)).toEqual([])
  await Promise.all([one.context().close(), other.context().close()])
})
