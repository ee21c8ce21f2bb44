import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

describe('with the keyboard', () => {
  test('the first stop leads past the navigation', async () => {
    const page = await newPage()
    await page.goto('/themen')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Zum Inhalt springen')
    await page.keyboard.press('Enter')
    expect(await focusedId(page)).toBe('inhalt')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await page.context().close()
  })

  test('every stop on the way through a page is visible', async () => {
    const page = await newPage()
    await page.goto('/mitteldeutscher-it-fachtag/2017')
    const stops = await page.locator('a[href], button, input, select').count()
    for (let stop = 0; stop < Math.min(stops, 40); stop++) {
      await page.keyboard.press('Tab')
      const outline = await page.evaluate(() => {
        const at = document.activeElement ?? document.body
        if (at === document.body) return 'end'
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
        return outlineStyle !== 'none' && outlineWidth !== '0px' ? 'outline' : boxShadow
      })
      expect(outline).not.toBe('none')
    }
    await page.context().close()
  })

  test.each([true, false])(
    'the menu of a phone opens, closes and gives the focus back (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await newPage({ viewport: { width: 320, height: 700 }, javaScriptEnabled })
      await page.goto('/')
      const entry = page.getByRole('link', { name: 'Personen' })
      expect(await entry.isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Menü' }).focus()
      await page.keyboard.press('Enter')
      expect(await entry.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await entry.isVisible()).toBe(false)
      expect(await focused(page)).toBe('Menü')
      await page.context().close()
    },
  )
})

test('the language changes on the same page, and the front page remembers it', async () => {
  const page = await newPage()
  await page.goto('/themen/e-akte')
  await page.getByRole('link', { name: 'English' }).click()
  expect(new URL(page.url()).pathname).toBe('/en/themen/e-akte')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('h1').textContent()).toBe('Electronic records')
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/en')
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click()
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/')
  await page.context().close()
})

test('the chosen colours stay, also against what the device prefers', async () => {
  const page = await newPage({ colorScheme: 'light' })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.goto('/')
  const light = await ground()
  await page.getByLabel('Farben').selectOption('dark')
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.goto('/archiv')
  expect(await ground()).toBe(dark)
  await page.getByLabel('Farben').selectOption('auto')
  expect(await ground()).toBe(light)
  await page.context().close()
})

test('what is printed is the content, black on white', async () => {
  const page = await newPage({ colorScheme: 'dark' })
  await page.goto('/mitteldeutscher-it-fachtag/2017')
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  expect(await page.getByRole('navigation', { name: 'Hauptnavigation' }).isVisible()).toBe(false)
  expect(await page.locator('footer').isVisible()).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color)).toBe(
    'rgb(0, 0, 0)',
  )
  await page.context().close()
})

test('feeds, calendars and cards are offered as what they are', async () => {
  const page = await newPage()
  const type = async (path: string) => (await page.request.get(path)).headers()['content-type']
  expect(await type('/mitteldeutscher-it-fachtag/aktuelles.atom')).toContain('application/atom+xml')
  expect(await type('/mitteldeutscher-it-fachtag/2024.ics')).toContain('text/calendar')
  expect(await type('/personen/lars-greifzu.vcf')).toContain('text/vcard')
  expect(await type('/sitemap.xml')).toContain('xml')
  await page.goto('/')
  const card = page.getByRole('link', { name: 'vCard herunterladen' })
  const answer = await page.request.get((await card.getAttribute('href')) ?? '')
  expect(await answer.text()).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0[\s\S]*FN:Lars Greifzu/)
  await page.context().close()
})

test('the addresses in the sitemap answer, and every link of the front page', async () => {
  const page = await newPage()
  const xml = await (await page.request.get('/sitemap.xml')).text()
  const paths = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
  expect(paths.length).toBeGreaterThan(100)
  // All of the real series; of what other journeys have added, one in fifty.
  const some = paths.filter((path, i) => path.includes('/mitteldeutscher-it-fachtag') || i % 50 === 0)
  await page.goto('/')
  const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  const broken: string[] = []
  for (const path of new Set([...some, ...links])) {
    const { status } = await fetch(new URL(path, page.url()), { method: 'HEAD' })
    if (status !== 200) broken.push(`${status} ${path}`)
  }
  expect(broken).toEqual([])
  await page.context().close()
})
