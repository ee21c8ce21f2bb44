import { describe, expect, test } from 'vitest'
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
