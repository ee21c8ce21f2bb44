import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

/** One page of every kind, with what its heading says. */
const pages = [
  ['/', 'Mitteldeutscher IT-Fachtag'],
  ['/mitteldeutscher-it-fachtag/2017', '3. Mitteldeutscher IT-Fachtag'],
  ['/mitteldeutscher-it-fachtag/2019', 'Mitteldeutscher IT-Fachtag 2019'],
  ['/mitteldeutscher-it-fachtag/2024/rueckblick', 'Rückblick auf den IT-Fachtag 2024'],
  ['/mitteldeutscher-it-fachtag/aktuelles', 'Aktuelles'],
  ['/mitteldeutscher-it-fachtag/aktuelles/termin-2019', 'Fachtag 2019 am 28. November'],
  ['/archiv', 'Archiv'],
  ['/themen', 'Themen'],
  ['/themen/e-akte', 'E-Akte'],
  ['/personen', 'Personen'],
  ['/personen?buchstabe=G', 'Personen'],
  ['/personen/lars-greifzu', 'Lars Greifzu'],
  ['/organisationen/lecos', 'Lecos GmbH'],
  ['/suche', 'Suche'],
  ['/suche?q=verwaltung&art=session', 'Suche'],
  ['/suche?q=xyzzyq', 'Suche'],
  ['/impressum', 'Impressum'],
  ['/barrierefreiheit', 'Erklärung zur Barrierefreiheit'],
  ['/barriere-melden', 'Barriere melden'],
  ['/barriere-melden?gesendet', 'Danke für Ihre Meldung'],
  ['/einrichten', 'Hier fehlt der Link'],
  ['/organisieren', 'Anmelden'],
  ['/gibtsnicht', 'Diese Seite gibt es nicht'],
  ['/en', 'Mitteldeutscher IT-Fachtag'],
  ['/en/mitteldeutscher-it-fachtag/2018', '4. Mitteldeutscher IT-Fachtag'],
  ['/en/gibtsnicht', 'There is no such page'],
] as const

const sizes = [
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
  [320, 'dark'],
] as const

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
const headings = (page: Page) => page.locator('h1').allTextContents()

/** Opens a page and expects that it stays within its own content security policy. Without `scripts`, none of ours arrives. */
async function visit(path: string, options: BrowserContextOptions, scripts = true): Promise<Page> {
  const page = await newPage(options)
  if (!scripts) await page.route('**/*.js', (route) => route.abort())
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  await page.goto(path)
  expect(refused).toEqual([])
  return page
}

describe.each(sizes)('%d px, %s', (width, colorScheme) => {
  const look = { viewport: { width, height: 800 }, colorScheme }

  test.each(pages)('%s', async (path, heading) => {
    const page = await visit(path, look)
    expect((await headings(page)).map((text) => text.trim())).toEqual([heading])
    expect(await overflow(page)).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

describe('when no script arrives', () => {
  test.each(pages)('%s says the same and does not run over', async (path, heading) => {
    const page = await visit(path, { viewport: { width: 320, height: 800 } }, false)
    expect((await headings(page)).map((text) => text.trim())).toEqual([heading])
    expect(await page.locator('[data-theme-choice]').isVisible()).toBe(false)
    expect(await overflow(page)).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

test('text at 200 % fits on a phone', async () => {
  for (const [path] of pages) {
    const page = await visit(path, { viewport: { width: 640, height: 800 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect([path, await overflow(page)]).toEqual([path, 0])
    await page.context().close()
  }
})
