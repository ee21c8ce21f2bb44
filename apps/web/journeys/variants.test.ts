import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPageAs, useBrowser, useOwnSite } from './browser.ts'

useOwnSite()
useBrowser()

const series = '/organisieren/mitteldeutscher-it-fachtag'
const edition = `${series}/varianten-probe`
const day = '2031-11-05'
let page: Page

const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()
const said = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor()
const fill = async (fields: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
}
const choose = (name: string, label: string) => page.locator(`select[name="${name}"]`).selectOption({ label })

async function addSession(title: string, time: string): Promise<void> {
  await page.goto(`${edition}/beitraege/neu`)
  await fill({ title, day, time, durationMinutes: '45' })
  await choose('roomId', 'Saal Probe')
  await page.locator('.save button').first().click()
  await said('Gespeichert')
}

beforeAll(async () => {
  page = await newPageAs('organiser')
  await page.goto(`${series}/neue-ausgabe`)
  await fill({ slug: 'varianten-probe', name: 'Probe der Varianten', firstDay: day })
  await press('Ausgabe anlegen')
  await page.waitForURL(`**${edition}*`)
  for (const name of ['Saal Probe', 'Kabinett Probe']) {
    await page.goto(`${edition}/raeume/neu`)
    await fill({ name })
    await page.locator('.save button').first().click()
    await said('Gespeichert')
  }
})

test('a day is laid out from a pattern, after a look at it', async () => {
  await page.goto(`${edition}/zeitraster?werkzeug=muster&muster=vormittag`)
  expect(await violations(page)).toEqual([])
  await fill({ day })
  await press('Vorschau zeigen')
  const preview = page.getByRole('status').filter({ hasText: 'Das würde geschehen' })
  expect(await preview.textContent()).toContain('9:15 bis 10:00 Uhr: Zeitfenster in')
  expect(await violations(page)).toEqual([])
  await press('Tag anlegen')
  await said('Erledigt')
  expect(await page.locator('#zeitfenster').locator('..').textContent()).toContain('Kabinett Probe')
})

test('what comes later is shifted, and a warning is accepted with a reason', async () => {
  await addSession('Digitale Akte (erfunden)', '13:00')
  await addSession('Online-Antrag (erfunden)', '13:30')
  await page.goto(`${edition}/zeitraster?werkzeug=verschieben`)
  await page.locator('select[name="day"]').selectOption(day)
  await fill({ time: '13:15', minutes: '5' })
  await press('Vorschau zeigen')
  expect(await page.getByRole('status').last().textContent()).toContain('13:35 bis 14:20 Uhr')
  await press('Zeiten verschieben')
  await said('Erledigt')

  await page.goto(`${edition}/warnungen?schwere=error`)
  expect(await violations(page)).toEqual([])
  const entry = page.getByRole('listitem').filter({ hasText: 'Raum doppelt belegt' }).first()
  expect(await entry.textContent()).toContain('um 10 Minuten')
  await entry.locator('summary').click()
  await entry.getByRole('button', { name: 'Warnung hinnehmen' }).click()
  expect(await page.locator('[aria-invalid="true"]').count()).toBe(1)
  await page.locator('[aria-invalid="true"]').fill('Der Saal ist teilbar.')
  await press('Warnung hinnehmen')
  await said('Die Warnung ist hingenommen.')
  expect(await page.locator('#hingenommen').locator('..').textContent()).toContain('Der Saal ist teilbar.')
})

test('a room is lost: a variant is made, compared, taken over and undone', async () => {
  await page.goto(`${edition}/varianten/neu?raum`)
  await fill({ name: 'Wenn der Saal ausfällt' })
  await choose('roomId', 'Saal Probe')
  await choose('toRoomId', 'Kabinett Probe')
  expect(await violations(page)).toEqual([])
  await page.locator('.save button').first().click()
  await said('Die Variante ist angelegt')
  expect(await page.locator('#aenderungen').locator('..').textContent()).toContain('Kabinett Probe')
  expect(await violations(page)).toEqual([])
  await press('In den Entwurf übernehmen')
  await said('Die Variante ist übernommen')
  await page.goto(`${edition}/beitraege`)
  expect(await page.locator('main').textContent()).toContain('Kabinett Probe')
  await page.goto(`${edition}/varianten`)
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Wenn der Saal ausfällt' }).click()
  expect(await page.locator('main').textContent()).toContain('Es gibt nichts zu übernehmen')
})

test.each(['warnungen', 'varianten', 'varianten/neu?raum', 'zeitraster', 'zeitraster?werkzeug=raumwechsel'])(
  '%s fits a phone',
  async (path) => {
    const phone = await newPageAs('organiser', { viewport: { width: 320, height: 640 } })
    await phone.goto(`${edition}/${path}`)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await violations(phone)).toEqual([])
    await phone.context().close()
  },
)
