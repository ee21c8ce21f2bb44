import { expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

test('the front page names the series and has nothing that axe objects to', async () => {
  const page = await newPage()
  await page.goto('/')
  expect((await page.locator('h1').textContent())?.trim()).toBe('Mitteldeutscher IT-Fachtag')
  expect(await violations(page)).toEqual([])
  await page.context().close()
})
