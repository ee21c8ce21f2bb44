import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, useBrowser } from './browser.ts'
import { largeProgramme, showLargeProgramme } from './large-programme.ts'

useBrowser()
beforeAll(showLargeProgramme)

const real = '/mitteldeutscher-it-fachtag/2024/programm'
const close = (page: Page) => page.context().close()
const titleOf = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('b')?.textContent)
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    [real, 320],
    [real, 1280],
    [largeProgramme, 320],
    [largeProgramme, 1280],
  ])('axe objects to nothing on %s at %d px, and nothing sticks out', async (path, width) => {
    const page = await newPage({ colorScheme, viewport: { width, height: 900 } })
    await page.goto(path)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close(page)
  })

  test.each([320, 1280])('axe objects to nothing on a session and a selection at %d px', async (width) => {
    const page = await newPage({ colorScheme, viewport: { width, height: 900 } })
    await page.goto(real)
    const session = (await page.locator('.s a').first().getAttribute('href')) ?? ''
    await page.goto(session)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.goto(`${real.replace('programm', 'merkliste')}?s=${session.split('/').at(-1)}`)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close(page)
  })
})

test('text at 200 percent stays within a narrow window', async () => {
  const page = await newPage({ viewport: { width: 640, height: 900 } })
  for (const path of [real, largeProgramme]) {
    await page.goto(path)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
  await close(page)
})

test('the arrow keys walk from session to session, and Enter opens one', async () => {
  const page = await newPage()
  await page.goto(largeProgramme)
  await page.locator('.s a').first().focus()
  const first = await titleOf(page)
  const box = () => page.evaluate(() => document.activeElement?.closest('.s')?.getBoundingClientRect().toJSON())
  const start = await box()
  await page.keyboard.press('ArrowRight')
  const right = await box()
  expect(right.left).toBeGreaterThan(start.left)
  await page.keyboard.press('ArrowLeft')
  expect(await titleOf(page)).toBe(first)
  await page.keyboard.press('ArrowDown')
  const below = await box()
  expect(below.left).toBe(start.left)
  expect(below.top).toBeGreaterThan(start.top)
  const title = await titleOf(page)
  await page.keyboard.press('Enter')
  await page.waitForURL(/beitrag/)
  expect(await page.locator('h1').innerText()).toBe(title)
  await close(page)
})

test('stars make a selection with its overlaps in words, which others see without JavaScript', async () => {
  const page = await newPage()
  await page.goto(largeProgramme)
  const stars = page.locator('.s .star')
  await stars.nth(0).click()
  await stars.nth(1).click()
  expect(await stars.nth(0).getAttribute('aria-pressed')).toBe('true')
  await page.reload()
  expect(await page.locator('.s.mine').count()).toBe(2)
  await page.getByRole('button', { name: 'Nur meine' }).click()
  expect(await page.locator('.s:visible').count()).toBe(2)
  await page.getByRole('link', { name: 'Merkliste (2)' }).click()
  await page.waitForURL(/merkliste\?s=/)
  const overlaps = await page.locator('.overlaps').innerText()
  expect(overlaps).toMatch(/^„.+“ und „.+“ überschneiden sich um \d+ Minuten\.$/)

  const other = await newPage({ javaScriptEnabled: false })
  await other.goto(page.url())
  expect(await other.locator('.overlaps').innerText()).toBe(overlaps)
  const calendar = await other.getByRole('link', { name: 'Als Kalender herunterladen' }).getAttribute('href')
  const answer = await other.request.get(calendar ?? '')
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect((await answer.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2)
  await close(other)

  const third = await newPage()
  await third.goto(page.url())
  await third.getByRole('button', { name: 'In meine Merkliste übernehmen' }).click()
  expect(await third.getByRole('status').innerText()).toBe('In Ihre Merkliste übernommen.')
  await third.goto(largeProgramme)
  expect(await third.locator('.s.mine').count()).toBe(2)
  await close(third)
  await close(page)
})

test('a selection is counted after a yes, and forgotten after a no', async () => {
  const page = await newPage({ viewport: { width: 320, height: 900 } })
  await page.goto(real)
  const question = page.getByRole('region', { name: 'Merkliste mitzählen' })
  expect(await question.isVisible()).toBe(false)
  await page.locator('.s .star').first().click()
  expect(await question.isVisible()).toBe(true)
  expect(await question.getByRole('button').count()).toBe(2)
  expect(await violations(page)).toEqual([])
  const counted = page.waitForResponse(/merkliste\/zaehlen$/)
  await page.getByRole('button', { name: 'Mitzählen', exact: true }).click()
  expect((await counted).status()).toBe(200)
  expect(await question.isVisible()).toBe(false)

  await page.goto(real.replace('programm', 'merkliste'))
  await page.waitForURL(/\?s=/)
  const forgotten = page.waitForResponse(/merkliste\/zaehlen$/)
  await page.getByRole('button', { name: 'Nicht mehr mitzählen, Gezähltes löschen' }).click()
  expect((await forgotten).request().postDataJSON()).toMatchObject({ slugs: [] })
  expect(await question.innerText()).toContain('Ihre Merkliste wird nicht mitgezählt')
  expect(await violations(page)).toEqual([])
  await close(page)
})

test('the filter works without JavaScript, and says when nothing is left', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(largeProgramme)
  expect(await page.locator('.star, [data-only-mine]:visible').count()).toBe(0)
  const all = await page.locator('.s').count()
  await page.locator('.filter summary').click()
  await page.locator('select[name=reihe]').selectOption('datenschutz')
  await page.getByRole('button', { name: 'Programm filtern' }).click()
  await page.waitForURL(/reihe=datenschutz/)
  const tracks = await page.locator('.s .k').allTextContents()
  expect(tracks.length).toBeGreaterThan(3)
  expect(tracks.length).toBeLessThan(all)
  expect(new Set(tracks)).toEqual(new Set(['Datenschutz']))
  await page.goto(`${largeProgramme}?reihe=datenschutz&raum=gibt-es-nicht`)
  expect(await page.locator('.programme').innerText()).toContain(
    'Zu diesem Filter gibt es an diesem Tag keinen Programmpunkt.',
  )
  await page.getByRole('link', { name: 'Filter aufheben' }).first().click()
  expect(await page.locator('.s').count()).toBe(all)
  await close(page)
})

test('a page ships only the day that is asked for', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(`${largeProgramme}/2031-02-02`)
  const second = await page.locator('.b time').first().getAttribute('datetime')
  expect(second).toMatch(/^2031-02-02T/)
  expect(await page.content()).not.toContain('2031-02-01T')
  await close(page)
})

test('printed, a day is a list in columns without buttons', async () => {
  const page = await newPage()
  await page.goto(largeProgramme)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.tt').evaluate((grid) => getComputedStyle(grid).display)).toBe('block')
  expect(await page.locator('.tools:visible, .star:visible, .days:visible, .site-header nav:visible').count()).toBe(0)
  expect(await page.locator('.programme > h2').first().isVisible()).toBe(true)
  await close(page)
})

test('during the day a line shows the present, and afterwards it does not', async () => {
  const page = await newPage()
  await page.clock.setFixedTime('2031-02-01T10:31:00+01:00')
  await page.goto(largeProgramme)
  expect(await page.locator('.now-line').isVisible()).toBe(true)
  expect(await page.locator('.b.now time').getAttribute('datetime')).toBe('2031-02-01T10:30')
  await page.clock.setFixedTime('2031-02-03T10:31:00+01:00')
  await page.reload()
  expect(await page.locator('.now-line').isVisible()).toBe(false)
  await close(page)
})
