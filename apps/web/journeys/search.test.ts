import { describe, expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

describe.each([true, false])('searching (JavaScript: %s)', (javaScriptEnabled) => {
  test('finds a part of a compound, marks it, and narrows down', async () => {
    const page = await newPage({ javaScriptEnabled })
    await page.goto('/suche')
    await page
      .getByRole('searchbox')
      .or(page.getByRole('combobox', { name: 'Wonach suchen Sie?' }))
      .fill('konzept')
    await page.getByRole('button', { name: 'Suchen' }).click()
    expect(await page.locator('mark').first().textContent()).toMatch(/konzept/i)
    const before = await page.locator('ol > li').count()
    await page
      .getByRole('complementary', { name: 'Eingrenzen' })
      .getByRole('link', { name: /Person/ })
      .click()
    expect(page.url()).toContain('art=person')
    expect(await page.locator('ol > li').count()).toBeLessThan(before)
    await page.getByRole('link', { name: 'Alle Filter entfernen' }).click()
    expect(await page.locator('ol > li').count()).toBe(before)
    await page.context().close()
  })

  test('a mistyped word leads to the right one', async () => {
    const page = await newPage({ javaScriptEnabled })
    await page.goto('/suche?q=Personalgewinung')
    await page.getByRole('link', { name: 'Personalgewinnung', exact: true }).first().click()
    expect(await page.locator('h1').textContent()).toMatch(/Suche|Personalgewinnung/)
    await page.context().close()
  })
})

describe('while typing', () => {
  test('offers can be chosen with the keyboard', async () => {
    const page = await newPage()
    await page.goto('/suche')
    const field = page.getByRole('combobox', { name: 'Wonach suchen Sie?' })
    await field.pressSequentially('digi', { delay: 20 })
    const list = page.getByRole('listbox', { name: 'Vorschläge' })
    await list.waitFor()
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    await field.press('ArrowDown')
    const chosen = list.getByRole('option', { selected: true })
    expect(await chosen.count()).toBe(1)
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    expect(await violations(page)).toEqual([])
    await field.press('Escape')
    expect(await list.isVisible()).toBe(false)
    expect(await field.inputValue()).toBe('digi')
    await field.press('Enter')
    await page.waitForURL(/q=digi/)
    await page.context().close()
  })

  test('a hit leads to its page', async () => {
    const page = await newPage()
    await page.goto('/suche')
    await page.getByRole('combobox', { name: 'Wonach suchen Sie?' }).pressSequentially('greifzu', { delay: 20 })
    await page.getByRole('option', { name: /Lars Greifzu.*Person/ }).click()
    await page.waitForURL(/\/personen\/lars-greifzu/)
    await page.context().close()
  })
})
