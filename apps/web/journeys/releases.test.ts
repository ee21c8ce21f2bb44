import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, newPageAs, useBrowser, useOwnSite } from './browser.ts'
import { openMail } from './mailbox.ts'

useOwnSite()
useBrowser()

const year = Temporal.Now.plainDateISO().year + 1
const edition = `/organisieren/probelauf/${year}`
const programme = `/probelauf/${year}/programm`
const title = 'Die Akte ohne Papier, ein Jahr danach'

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

/** Looks at a page as wide as a desk and as narrow as a telephone at night. */
async function expectNoBarriers(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The latest mail to this address about this. */
async function mailTo(address: string, subject: string): Promise<string> {
  const mailbox = await newPage()
  await openMail(mailbox, address, subject)
  const text = await mailbox.locator('main').innerText()
  await mailbox.context().close()
  return text
}

const publish = (page: Page) => page.getByRole('button', { name: 'Programm veröffentlichen' }).click()

let page: Page
let reader: Page
let former: string

beforeAll(async () => {
  page = await newPageAs('organiser')
  reader = await newPage()
})

describe('a session is moved', () => {
  test('in its form', async () => {
    await page.goto(`${edition}/beitraege`)
    await page.getByRole('link', { name: title }).click()
    const time = page.locator('#time')
    former = await time.inputValue()
    await time.fill('16:20')
    await page.getByRole('button', { name: 'Speichern', exact: true }).first().click()
    await page.waitForURL(/gespeichert/)
  })

  test('before it is published, it is shown in words and in both places, with whom it concerns', async () => {
    await page.goto(`${edition}/veroeffentlichen`)
    const seen = await page.locator('main').innerText()
    expect(seen).toMatch(/Betroffen: ein Programmpunkt, 2 Mitwirkende, ein Raum und 45 Merklisten/)
    expect(seen).toContain('16:20 Uhr')
    const marked = page.locator('.marked .s').filter({ hasText: title })
    expect(await marked.count()).toBe(2)
    expect(await page.locator('.marked .ghost').innerText()).toContain('hier stand bisher')
    await page.locator('details').filter({ hasText: 'Mail ansehen' }).first().locator('summary').click()
    expect(await page.locator('.mail-text').first().innerText()).toContain('Bisher:')
    await expectNoBarriers(page)
  })

  test('and open errors have to be looked at, what was entered is kept', async () => {
    await page.locator('#zeile').fill('Bitte sagen Sie kurz zu.')
    await page.getByLabel('Mail an Maria Probe (erfunden)').uncheck()
    await page.locator('#name').fill('Nach dem Tausch')
    await publish(page)
    expect(await page.locator('[role=status]').innerText()).toContain('Es wurde noch nichts veröffentlicht')
    expect(await page.locator('#zeile').inputValue()).toBe('Bitte sagen Sie kurz zu.')
    expect(await page.getByLabel('Mail an Maria Probe (erfunden)').isChecked()).toBe(false)
    await page.getByLabel('Ich habe das gesehen und veröffentliche trotzdem').check()
    await publish(page)
    await page.waitForURL(/geschehen=veroeffentlicht/)
    const done = await page.locator('[role=status]').innerText()
    expect(done).toContain('Nach dem Tausch')
    expect(done).toContain('Eine Mail ist unterwegs')
    await expectNoBarriers(page)
  })

  test('then who speaks reads so, and who was left out does not', async () => {
    const text = await mailTo('samuel@probe.example', 'Änderung im Programm')
    expect(text).toContain(title)
    expect(text).toContain('16:20')
    expect(text).toContain('Bitte sagen Sie kurz zu.')
    await reader.goto('/postfach')
    const toMaria = reader
      .getByRole('listitem')
      .filter({ hasText: 'maria@probe.example' })
      .filter({ hasText: 'Änderung im Programm' })
    expect(await toMaria.count()).toBe(0)
  })

  test('and the public finds it on a page, in a feed, and at the session', async () => {
    await reader.goto(programme)
    await reader.getByRole('link', { name: 'Änderungen im Programm' }).click()
    expect(await reader.locator('h1').innerText()).toBe('Änderungen im Programm')
    expect(await reader.locator('main').innerText()).toContain('16:20 Uhr')
    await expectNoBarriers(reader)
    const feed = await reader.request.get(`${programme}/aenderungen.atom`)
    expect(feed.headers()['content-type']).toContain('application/atom+xml')
    expect(await feed.text()).toContain('Nach dem Tausch')
    await reader.getByRole('link', { name: title }).first().click()
    expect(await reader.locator('.facts').innerText()).toMatch(/Geändert am \d+\. \w+ \d{4}/)
    await expectNoBarriers(reader)
    const calendar = await (await reader.request.get(`${new URL(reader.url()).pathname}.ics`)).text()
    expect(calendar).toMatch(/SEQUENCE:[1-9]/)
    expect(calendar).toContain('LAST-MODIFIED:')
  })
})

describe('an earlier release', () => {
  test('can be looked at and compared', async () => {
    await page.goto(`${edition}/programmstaende`)
    await expectNoBarriers(page)
    await page.getByLabel('Von', { exact: true }).selectOption('1')
    await page.getByLabel('Nach', { exact: true }).selectOption('2')
    await page.getByRole('button', { name: 'Vergleichen' }).click()
    expect(
      await page
        .locator('section')
        .filter({ has: page.locator('#vergleich') })
        .innerText(),
    ).toContain('16:20 Uhr')
    await expectNoBarriers(page)
    await page.getByRole('link', { name: 'Programmstand 1', exact: true }).click()
    expect(await page.locator('h1').innerText()).toContain('Programmstand 1')
    expect(await page.locator('.marked .s').filter({ hasText: title }).innerText()).toContain(former.replace(/^0/, ''))
    await expectNoBarriers(page)
  })

  test('comes back as the draft, and only as that', async () => {
    await page.getByRole('link', { name: 'Als Entwurf zurückholen' }).click()
    expect(await page.locator('main').innerText()).toContain('Die Öffentlichkeit sieht davon nichts')
    await expectNoBarriers(page)
    await page.getByRole('button', { name: 'Entwurf ersetzen' }).click()
    await page.waitForURL(/geschehen=zurueckgeholt/)
    expect(await page.locator('[role=status]').innerText()).toContain('Veröffentlicht ist noch nichts')
    await page.goto(`${edition}/veroeffentlichen`)
    expect(await page.locator('.marked .s').filter({ hasText: title }).count()).toBe(2)
    await reader.goto(programme)
    expect(await reader.locator('.s').filter({ hasText: title }).innerText()).toContain('16:20')
  })

  test('is published once more after a look at what that means', async () => {
    await page.goto(`${edition}/programmstaende/1/erneut`)
    expect(await page.locator('main').innerText()).toContain('mit eigener Nummer')
    await expectNoBarriers(page)
    await page.getByLabel('Keine Mails schreiben').check()
    await page.getByRole('button', { name: 'Noch einmal veröffentlichen' }).click()
    await page.waitForURL(/geschehen=veroeffentlicht/)
    expect(await page.locator('[role=status]').innerText()).toContain('Es wurde keine Mail geschrieben')
    await reader.goto(programme)
    expect(await reader.locator('.s').filter({ hasText: title }).innerText()).toContain(former.replace(/^0/, ''))
  })
})
