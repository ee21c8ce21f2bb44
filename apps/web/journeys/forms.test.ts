import { describe, expect, inject, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

describe.each([true, false])('reporting a barrier (JavaScript: %s)', (javaScriptEnabled) => {
  test('what is missing is said beside the field, and what was typed stays', async () => {
    const page = await newPage({ javaScriptEnabled })
    await page.goto('/themen')
    await page.getByRole('link', { name: 'Barriere melden' }).click()
    expect(await page.getByLabel('Auf welcher Seite?').inputValue()).toBe('/themen')
    await page.getByLabel('Wie erreichen wir Sie?').fill('niemand')
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    const field = page.getByLabel('Was funktioniert nicht?')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('alert').textContent()).toContain('2 Angaben')
    expect(await page.getByLabel('Wie erreichen wir Sie?').inputValue()).toBe('niemand')
    if (javaScriptEnabled) expect(await violations(page)).toEqual([])
    await field.fill('Die Karte lässt sich nicht vorlesen.')
    await page.getByLabel('Wie erreichen wir Sie?').fill('')
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    expect(await page.locator('h1').textContent()).toBe('Danke für Ihre Meldung')
    await page.reload()
    expect(await page.locator('h1').textContent()).toBe('Danke für Ihre Meldung')
    await page.context().close()
  })
})

test('the first organiser gets in once, describes a series and fills a page; the public sees it at once', async () => {
  const page = await newPage()
  await page.goto(inject('site').setup)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Anmelden und einrichten' }).click()
  expect(await page.locator('h1').textContent()).toBe('Organisieren')
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'Reihe anlegen' }).click()
  await page.getByLabel('Name', { exact: true }).first().fill('Nordlichter der Verwaltung')
  await page.getByLabel('Adresse').fill('Nord Lichter')
  await page.getByRole('button', { name: 'Reihe anlegen' }).click()
  expect(await page.getByLabel('Adresse').getAttribute('aria-invalid')).toBe('true')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Adresse').fill('nordlichter')
  expect(await page.getByLabel('Auf der Startseite zeigen').isChecked()).toBe(false)
  await page.getByRole('group', { name: 'Ansprechperson' }).getByLabel('Name').fill('Dr. Erika Muster')
  await page.getByRole('button', { name: 'Reihe anlegen' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Gespeichert')
  await page.getByRole('link', { name: 'Ansehen' }).click()
  expect(await page.locator('h1').textContent()).toBe('Nordlichter der Verwaltung')
  expect(await page.getByText('Dr. Erika Muster').count()).toBe(1)

  const reader = await newPage()
  await reader.goto('/impressum')
  await page.goto('/organisieren/seite/impressum')
  await page
    .getByRole('textbox', { name: 'Text freiwillig' })
    .fill('## Anbieter\n\nStadt Musterhausen <script>alert(1)</script>')
  await page.getByRole('button', { name: 'Seite speichern' }).click()
  await expect
    .poll(async () => {
      await reader.reload()
      return reader.locator('main').textContent()
    })
    .toContain('Stadt Musterhausen <script>alert(1)</script>')

  await page.goto('/organisieren')
  await page.getByRole('button', { name: 'Abmelden' }).click()
  expect((await page.goto('/organisieren'))?.status()).toBe(403)
  await page.goto(inject('site').setup)
  await page.getByRole('button', { name: 'Anmelden und einrichten' }).click()
  expect(await page.getByRole('status').textContent()).toContain('schon benutzt')
  await page.context().close()
  await reader.context().close()
})
