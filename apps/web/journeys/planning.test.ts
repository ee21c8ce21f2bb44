import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPageAs, useBrowser, useOwnSite } from './browser.ts'

useOwnSite()
useBrowser()

const year = Temporal.Now.plainDateISO().year + 1
const edition = `/organisieren/probelauf/${year}`
const planning = `${edition}/planen`

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const proposal = (page: Page) =>
  page.getByRole('heading', { name: 'Vorschlag', exact: true }).waitFor({ timeout: 60_000 })
const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

describe('planning a draft', () => {
  test('what has no place is planned while one watches, explained, and accepted move by move', async () => {
    const page = await newPageAs('organiser')
    await page.goto(planning)
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Alles neu', { exact: true }).check()
    await page.getByLabel('Rechenzeit').selectOption('2')
    await press(page, 'Vorschlag berechnen')
    await page.locator('progress, #vorschlag').first().waitFor()
    await proposal(page)
    expect(await violations(page)).toEqual([])
    const moves = page.locator('.moves li')
    expect(await moves.count()).toBeGreaterThan(0)

    await page
      .getByRole('link', { name: /^Warum steht/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Warum steht/ }).waitFor()
    await page.getByRole('heading', { name: 'Andere Plätze' }).waitFor()
    expect(await violations(page)).toEqual([])

    await page.goto(planning)
    await page
      .getByRole('checkbox', { name: /übernehmen$/ })
      .first()
      .check()
    await press(page, 'Angekreuzte übernehmen')
    await page.getByRole('status').filter({ hasText: 'stehen im Entwurf' }).waitFor()
    expect(await moves.filter({ hasText: 'Schon übernommen' }).count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('what was accepted is undone in the editor, where the plan also shows on the grid', async () => {
    const page = await newPageAs('organiser')
    await page.goto(`${edition}/programm`)
    await page
      .getByText(/^Ein Vorschlag wartet/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /Rückgängig|Zurücknehmen/ })
      .first()
      .click()
    await press(page, 'Im Raster zeigen')
    await expect.poll(() => page.locator('.editor-block.is-proposed').count()).toBeGreaterThan(0)
    await press(page, 'Entwurf zeigen')
    await page.goto(planning)
    await expect
      .poll(async () => {
        await page.reload()
        return page.locator('.moves li').filter({ hasText: 'Schon übernommen' }).count()
      })
      .toBe(0)
    await press(page, 'Vorschlag verwerfen')
    await page.getByRole('status').filter({ hasText: 'verworfen' }).waitFor()
    await page.context().close()
  })

  test('in the editor itself a plan is asked for, seen, accepted and undone', async () => {
    const page = await newPageAs('organiser')
    await page.goto(`${edition}/programm`)
    const panel = page.getByRole('region', { name: 'Planen lassen' })
    await panel.getByLabel('Planen lassen:').selectOption({ label: 'nach einem Ausfall umplanen' })
    await panel.getByLabel('Was ausgefallen ist').selectOption({ label: 'Kleiner Saal' })
    expect(await violations(page)).toEqual([])
    await panel.getByRole('button', { name: 'Vorschlag berechnen' }).focus()
    await page.keyboard.press('Enter')
    await panel
      .getByText(/^Ein Vorschlag wartet/)
      .first()
      .waitFor({ timeout: 30_000 })
    await expect.poll(() => page.locator('.editor-block.is-proposed').count()).toBeGreaterThan(0)
    expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Alle übernehmen')
    await page.keyboard.press('Enter')
    await panel.getByText('Der Vorschlag steht im Entwurf').waitFor()
    const undo = page.getByRole('button', { name: /Rückgängig/ }).first()
    await expect.poll(() => undo.isEnabled()).toBe(true)
    await undo.click()
    await expect.poll(() => undo.isEnabled()).toBe(false)
    await page.locator('.editor-block').filter({ hasText: 'Fachkräfte' }).click()
    await page.getByRole('link', { name: 'Warum dort?' }).click()
    await page.getByRole('heading', { level: 1, name: /^Warum steht „Fachkräfte/ }).waitFor()
    await page.context().close()
  })

  test('a room that is lost is planned around, on a narrow page without a script', async () => {
    const page = await newPageAs('organiser', {
      viewport: { width: 320, height: 800 },
      javaScriptEnabled: false,
      colorScheme: 'dark',
    })
    await page.goto(planning)
    await page.getByLabel('Raum', { exact: true }).selectOption({ index: 0 })
    await press(page, 'Ohne den Raum umplanen')
    await expect
      .poll(
        async () => {
          await page.goto(planning)
          return page.locator('#vorschlag').count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    await page.getByText('der Raum ist dann nicht verfügbar').first().waitFor()
    await press(page, 'Vorschlag verwerfen')
    await page.context().close()

    const narrow = await newPageAs('organiser', { viewport: { width: 320, height: 800 } })
    await narrow.goto(planning)
    expect({ problems: await violations(narrow), overflow: await overflow(narrow) }).toEqual({
      problems: [],
      overflow: 0,
    })
    await narrow.context().close()
  })
})
