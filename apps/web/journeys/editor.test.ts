import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPageAs, useBrowser, useOwnSite } from './browser.ts'

useOwnSite()
useBrowser()

const year = Temporal.Now.plainDateISO().year + 1
const path = `/organisieren/probelauf/${year}/programm`
const [night, people, parked] = ['Nachts um drei', 'Fachkräfte finden', 'Zehn Minuten für Ihre Idee'] as const

let ida: Page
let ben: Page

async function open(role: string, query = ''): Promise<Page> {
  const page = await newPageAs(role)
  await page.goto(path + query)
  await block(page, people).waitFor()
  return page
}

const block = (page: Page, title: string) => page.locator('.editor-block').filter({ hasText: title })
const inList = (page: Page, title: string) => page.locator('[data-list] [data-session]').filter({ hasText: title })
const said = (page: Page) => page.locator('.editor > [role=status]').textContent()
const label = (page: Page, title: string) => block(page, title).textContent()
const saved = (page: Page) => page.getByText('Alles gespeichert').waitFor()

/** Waits until `page` says so of a session, and gives how long that took in milliseconds. */
async function seen(page: Page, title: string, where: RegExp): Promise<number> {
  const started = performance.now()
  await expect.poll(() => label(page, title), { timeout: 5_000, interval: 20 }).toMatch(where)
  return performance.now() - started
}

async function drag(page: Page, title: string, by: { x: number; y: number }, release = true): Promise<void> {
  const box = (await block(page, title).boundingBox())!
  await page.mouse.move(box.x + 30, box.y + 15)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 30, { steps: 3 })
  await page.mouse.move(box.x + 30 + by.x, box.y + 15 + by.y, { steps: 6 })
  await page.waitForTimeout(100)
  if (release) await page.mouse.up()
}

beforeAll(async () => {
  ida = await open('organiser')
  ben = await open('second-organiser')
})
afterAll(async () => {
  await ida.context().close()
  await ben.context().close()
})

describe('two who plan at the same time', () => {
  test('see each other, and what the other moves, within a second', async () => {
    await ida.getByText('Auch hier: Otto Probe').waitFor()
    await drag(ida, night, { x: 0, y: 60 }, false)
    expect(await ida.locator('.editor-ghost').textContent()).toMatch(/Kleiner Saal, 10:\d\d Uhr .*\. (ohne|\d)/)
    await ida.mouse.up()
    expect(await seen(ben, night, /10:[1-5]\d bis/)).toBeLessThan(1_000)
    expect(await seen(ida, night, /10:[1-5]\d bis/)).toBeLessThan(1_000)
    await expect
      .poll(() => ben.locator('ol.editor-list li').first().textContent())
      .toMatch(/Olga Probe .* hat „Nachts um drei/)
  })

  test('undo what they did themselves, and do it again', async () => {
    await saved(ida)
    await ida.keyboard.press('Control+z')
    await seen(ben, night, /9:45 bis 10:30 Uhr.*Kleiner Saal/)
    await ida.keyboard.press('Control+Shift+Z')
    await seen(ben, night, /10:[1-5]\d bis/)
    await ida.getByRole('button', { name: 'Rückgängig' }).click()
    await seen(ben, night, /9:45 bis/)
  })

  test('are told when the other was faster, and then see what is stored', async () => {
    await saved(ida)
    await ben.context().setOffline(true)
    await block(ida, people).focus()
    await ida.keyboard.press('Enter')
    await ida.keyboard.press('ArrowRight')
    await ida.keyboard.press('Enter')
    await saved(ida)
    await ben.getByText('Keine Verbindung').waitFor()
    await block(ben, people).focus()
    await ben.keyboard.press('Shift+ArrowDown')
    expect(await label(ben, people)).toContain('12:35')
    await ben.context().setOffline(false)
    await ben.getByRole('alert').getByText('Nicht gespeichert: Inzwischen hat jemand anderes').waitFor()
    await seen(ben, people, /11:45 bis 12:30 Uhr.*Kleiner Saal/)
    await ida.keyboard.press('Control+z')
    await seen(ben, people, /Großer Saal/)
    await ben.getByRole('button', { name: 'Meldung schließen' }).click()
  })

  test('keep what they did while nobody answers, until it is stored', async () => {
    await ida.context().setOffline(true)
    await block(ida, people).focus()
    await ida.keyboard.press('l')
    await ida.getByText('Keine Verbindung').waitFor()
    expect(await label(ida, people)).toContain('gesperrt')
    await ida.context().setOffline(false)
    await seen(ben, people, /gesperrt/)
    await ida.keyboard.press('l')
    await expect.poll(() => label(ben, people)).not.toContain('gesperrt')
  })
})

describe('with the keyboard alone', () => {
  test('a session is carried, with everything said on the way, and put back', async () => {
    await block(ida, night).focus()
    await ida.keyboard.press('Enter')
    expect(await said(ida)).toContain('aufgenommen')
    await ida.keyboard.press('ArrowRight')
    expect(await said(ida)).toMatch(/^Werkstatt, 9:45 Uhr, 9:45 bis 10:30 Uhr: /)
    await ida.keyboard.press('ArrowDown')
    await ida.keyboard.press('Escape')
    expect([await said(ida), await label(ida, night)]).toEqual([
      'Abgebrochen. Nichts wurde verschoben.',
      expect.stringContaining('Kleiner Saal'),
    ])
    await ida.keyboard.press(' ')
    await ida.keyboard.press('ArrowRight')
    await ida.keyboard.press(' ')
    await seen(ben, night, /9:45 bis 10:30 Uhr.*Werkstatt/)
    expect(await ida.evaluate(() => document.activeElement?.textContent)).toContain(night)
    await ida.keyboard.press('Control+z')
    await seen(ben, night, /Kleiner Saal/)
  })

  test('it is made longer, taken off the grid, and placed again', async () => {
    await block(ida, night).focus()
    await ida.keyboard.press('Shift+ArrowDown')
    await seen(ben, night, /9:45 bis 10:35 Uhr/)
    await ida.keyboard.press('p')
    await inList(ben, night).waitFor()
    await inList(ida, night).focus()
    await ida.keyboard.press('Enter')
    await ida.keyboard.press('ArrowRight')
    await ida.keyboard.press('Enter')
    await block(ben, night).waitFor()
    for (let n = 0; n < 3; n++) await ida.keyboard.press('Control+z')
    await seen(ben, night, /9:45 bis 10:30 Uhr.*Kleiner Saal/)
  })

  test('it is swapped with another', async () => {
    await block(ida, night).focus()
    await ida.keyboard.press('s')
    expect(await said(ida)).toContain('Mit welchem Beitrag')
    await ida.keyboard.press('ArrowLeft')
    await ida.keyboard.press('Enter')
    await seen(ben, night, /Großer Saal/)
    await ida.keyboard.press('Control+z')
    await seen(ben, night, /Kleiner Saal/)
  })

  test('help is there, and size can be chosen', async () => {
    await ida.keyboard.press('?')
    await ida.getByRole('dialog', { name: 'Mit der Tastatur' }).waitFor()
    await ida.keyboard.press('Escape')
    const height = async () => (await block(ida, night).boundingBox())!.height
    const before = await height()
    await ida.keyboard.press('+')
    expect(await height()).toBeGreaterThan(before)
    await ida.keyboard.press('-')
    expect(await height()).toBe(before)
  })
})

test('by buttons and fields, a session is placed, and dragged off the grid', async () => {
  await inList(ida, parked).click()
  await ida.getByRole('button', { name: 'Platzieren …' }).click()
  const dialog = ida.getByRole('dialog')
  expect(await violations(ida)).toEqual([])
  await dialog.getByLabel('Beginn').fill('11:05')
  await dialog.getByLabel('Raum').selectOption({ label: 'Kleiner Saal' })
  await dialog.getByRole('button', { name: 'Platzieren' }).click()
  await seen(ben, parked, /11:05 bis 11:15 Uhr.*Kleiner Saal/)
  const from = (await block(ida, parked).boundingBox())!
  const to = (await ida.locator('[data-list]').boundingBox())!
  await ida.mouse.move(from.x + 20, from.y + 6)
  await ida.mouse.down()
  await ida.mouse.move(to.x + 60, to.y + 60, { steps: 8 })
  await ida.waitForTimeout(100)
  await ida.mouse.up()
  await inList(ben, parked).waitFor()
})

test('the lower edge is dragged to another length', async () => {
  const box = (await block(ida, night).boundingBox())!
  await ida.mouse.move(box.x + 40, box.y + box.height - 3)
  await ida.mouse.down()
  await ida.mouse.move(box.x + 40, box.y + box.height + 30, { steps: 6 })
  await ida.waitForTimeout(100)
  await ida.mouse.up()
  await seen(ben, night, /9:45 bis 10:(4|5)\d Uhr/)
  await ida.keyboard.press('Control+z')
  await seen(ben, night, /9:45 bis 10:30/)
})

test('a warning is left standing with a reason, and shown again', async () => {
  const warnings = ida.getByRole('region', { name: /Warnungen/ })
  const count = async () => Number(/\((\d+)\)/.exec((await warnings.locator('h2').textContent()) ?? '')?.[1])
  const before = await count()
  await warnings.getByRole('button', { name: 'Stehen lassen …' }).first().click()
  await warnings.getByLabel('Warum ist das in Ordnung?').fill('So ist es besprochen')
  await warnings.getByRole('button', { name: 'Stehen lassen', exact: true }).click()
  await expect.poll(count).toBe(before - 1)
  await warnings.getByText('Stehen gelassen').click()
  await warnings.getByText('Olga Probe (erfunden): So ist es besprochen').waitFor()
  await warnings.getByRole('button', { name: 'Wieder zeigen' }).click()
  await expect.poll(count).toBe(before)
})

test.each([
  [1280, 'dark'],
  [320, 'light'],
] as const)('at %i pixels, %s, it is without barriers', async (width, colorScheme) => {
  const page = await newPageAs('organiser', { viewport: { width, height: 800 }, colorScheme })
  await page.goto(path)
  await block(page, people).waitFor()
  await block(page, people).click()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect([await violations(page), wide]).toEqual([[], false])
  await page.context().close()
})

test('a finger that is held drags, one that moves at once scrolls', async () => {
  const page = await newPageAs('organiser', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
  await page.goto(path)
  await block(page, night).waitFor()
  await block(page, night).scrollIntoViewIfNeeded()
  const box = (await block(page, night).boundingBox())!
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const [x, y] = [box.x + 20, box.y + 15]
  await touch('touchStart', x, y)
  await page.waitForTimeout(500)
  for (const way of [10, 20, 30, 40]) await touch('touchMove', x, y + way)
  await page.waitForTimeout(100)
  await touch('touchEnd', x, y + 40)
  await seen(ben, night, /(9:5\d|10:\d\d) bis/)
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await seen(ben, night, /9:45 bis/)
  await page.context().close()
})

test('who may only look sees everything and can move nothing', async () => {
  const page = await newPageAs('helper')
  await page.goto(path)
  await block(page, night).waitFor()
  await page.getByText('Sie sehen den Entwurf').waitFor()
  await block(page, night).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('button', { name: 'Platzieren …' }).count()).toBe(0)
  expect(await label(page, night)).toContain('9:45')
  await page.context().close()
})

test('without JavaScript there is a table, and it says so', async () => {
  const page = await newPageAs('organiser', { javaScriptEnabled: false })
  await page.goto(path)
  // What stands in `noscript` is passed over by locators that look for text.
  expect(await page.locator('noscript > p').innerText()).toContain('Das Raster zum Verschieben braucht JavaScript')
  const rows = await page.locator('noscript tbody tr').allInnerTexts()
  expect(rows.find((text) => text.includes(night))).toContain('Kleiner Saal')
  expect(await page.locator('noscript tbody a').first().getAttribute('href')).toContain('/beitraege/ses_')
  await page.context().close()
})
