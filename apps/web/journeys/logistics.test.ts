import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPageAs, useBrowser, useOwnSite } from './browser.ts'

useOwnSite()
useBrowser()

const today = Temporal.Now.plainDateISO('Europe/Berlin')
const edition = `/organisieren/probelauf/${today.year + 1}`
const soon = today.add({ days: 5 }).toString()
const list = `${edition}/mitwirkende`
const warnings = `${edition}/warnungen?art=remote-not-ready`
const who = 'Samuel Probe'

/** Looks at a page as wide as a desk and as narrow as a telephone at night. */
async function expectNoBarriers(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const overflow = () =>
      page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
    expect({ width, problems: await violations(page), overflow: await overflow() }).toEqual({
      width,
      problems: [],
      overflow: 0,
    })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

const save = (page: Page) => page.locator('.save').getByRole('button', { name: 'Speichern' }).click()
const isSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor()
const textOf = (page: Page) => page.locator('main').innerText()

let organiser: Page
let speaker: Page
beforeAll(async () => {
  // Without scripts: whoever organises from a locked-down computer of an office must get through.
  organiser = await newPageAs('organiser', { javaScriptEnabled: false })
  speaker = await newPageAs('speaker')
})

describe('a speaker who takes part by video', () => {
  test('soon and unprepared makes a warning', async () => {
    await organiser.goto(`${edition}/beitraege`)
    await organiser.getByRole('row').filter({ hasText: who }).getByRole('link').first().click()
    await organiser.locator('#day').fill(soon)
    const rows = organiser.locator('[name$=".personId.text"]')
    const names = await rows.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    const row = names.findIndex((name) => name.includes(who))
    await organiser.locator(`[name="appearances.${row}.mode"]`).selectOption('remote')
    await save(organiser)
    await isSaved(organiser)
    await organiser.goto(warnings)
    expect(await textOf(organiser)).toMatch(/Samuel Probe.* per Video dabei\. Dafür fehlt noch: ein Termin/)
  })

  test('is asked by the organisers, in a mail that waits to be looked at', async () => {
    await organiser.goto(list)
    expect(await organiser.getByRole('row').filter({ hasText: who }).innerText()).toContain('nicht bereit')
    await organiser.getByRole('button', { name: 'Um Angaben bitten' }).click()
    await organiser.waitForURL(/gefragt=/)
    await organiser.goto(`${edition}/post`)
    expect(await textOf(organiser)).toContain('Angaben zu Ihrem Auftritt')
  })

  test('says when they can be there and when the line can be tried out', async () => {
    await speaker.goto('/konto/auftritte')
    await expectNoBarriers(speaker)
    await speaker
      .getByRole('link', { name: /^Angaben machen/ })
      .first()
      .click()
    await speaker.getByRole('heading', { name: 'Ihr Verbindungstest' }).waitFor()
    await expectNoBarriers(speaker)
    await speaker.locator('#presence').selectOption('partly')
    await speaker.getByRole('button', { name: 'Zeit hinzufügen' }).click()
    await speaker.locator('[name="windows.0.day"]').fill(soon)
    await speaker.locator('#checkWish').fill('vormittags')
    await save(speaker)
    await isSaved(speaker)
  })

  test('is seen to have answered, gets an appointment and a result, and the warning goes', async () => {
    await organiser.goto(list)
    await expectNoBarriers(await visitWithScripts(list))
    const row = organiser.getByRole('row').filter({ hasText: who })
    expect(await row.innerText()).toContain('nur zu bestimmten Zeiten')
    await row.getByRole('link').first().click()
    expect(await organiser.locator('#checkWish').inputValue()).toBe('vormittags')
    await organiser.locator('[name="check.on"]').fill(today.add({ days: 1 }).toString())
    await organiser.locator('[name="check.at"]').fill('10:15')
    await organiser.locator('[name="check.result"]').selectOption('good')
    await organiser.locator('[name="check.fallback"]').selectOption('phone')
    await organiser.locator('[name="check.fallbackPhone"]').fill('+49 341 123456')
    await save(organiser)
    await isSaved(organiser)
    expect(await organiser.locator('.object-head').innerText()).toContain('Verbindung: bereit')
    await organiser.goto(warnings)
    expect(await textOf(organiser)).not.toContain(who)
    await speaker.reload()
    expect(await textOf(speaker)).toMatch(/Termin: .* 10:15 Uhr/)
  })
})

/** axe needs scripts, which this organiser has only here. */
async function visitWithScripts(path: string): Promise<Page> {
  const page = await newPageAs('organiser')
  await page.goto(path)
  return page
}

test.each([`${edition}/tageslauf`, `${edition}/reihenfolge`, list])('%s is without barriers', async (path) => {
  const page = await visitWithScripts(path)
  await expectNoBarriers(page)
  await page.context().close()
})
