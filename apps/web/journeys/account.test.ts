import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './accessibility.ts'
import { newPage, newPageAs, useBrowser } from './browser.ts'
import { openMail } from './mailbox.ts'

useBrowser()

const pages = ['/konto', '/konto/adresse', '/konto/zweiter-faktor', '/konto/passkeys', '/konto/app'] as const

test.each([
  [1280, 'dark'],
  [320, 'light'],
] as const)('at %i pixels, %s, the pages of one’s own account are without barriers', async (width, colorScheme) => {
  const page = await newPageAs('operator', { viewport: { width, height: 800 }, colorScheme })
  for (const path of [...pages, '/organisieren/konten']) {
    await page.goto(path)
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect({ path, problems: await violations(page), isTooWide }).toEqual({ path, problems: [], isTooWide: false })
  }
  await page.context().close()
})

/** A device with a passkey and somebody who always shows a finger. */
async function addAuthenticator(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('somebody signs in by mail, sets up a passkey, and next time needs nothing else', async () => {
  const own = await newPageAs('helper')
  await own.goto('/konto')
  const address = /[\w.-]+@[\w.-]+/.exec((await own.locator('main').textContent()) ?? '')?.[0] ?? ''
  await own.context().close()

  const page = await newPage()
  await addAuthenticator(page)
  await page.goto('/anmelden?weiter=/organisieren')
  expect(await violations(page)).toEqual([])
  await page.fill('#address', address)
  await page.click('main form[action*="mail"] button')
  expect(await page.locator('h1').textContent()).toBe('Sehen Sie in Ihr Postfach')
  expect(await violations(page)).toEqual([])

  await openMail(page, address)
  await page.click('main a[href*="/anmelden/link"]')
  expect(await page.locator('h1').textContent()).toBe('Jetzt anmelden?')
  expect(await violations(page)).toEqual([])
  await page.click('main form button')

  expect(new URL(page.url()).pathname).toBe('/konto/zweiter-faktor')
  await page.click('main a[href*="/konto/passkeys"]')
  await page.fill('#name', 'Dienst-Laptop')
  await page.click('main form[data-passkey] button')
  await page.waitForURL('**/organisieren')

  await page.goto('/konto')
  await page.click('main form[action*="signOut"] button')
  await page.goto('/organisieren')
  expect(await page.locator('h1').textContent()).toBe('Anmelden')
  await page.click('main form[data-passkey] button')
  await expect.poll(() => page.locator('h1').textContent()).not.toBe('Anmelden')
  expect(new URL(page.url()).pathname).toBe('/organisieren')
  await page.context().close()
})

test('without scripts everything but passkeys works', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto('/anmelden')
  expect(await page.locator('main form[data-passkey]').isVisible()).toBe(false)
  await page.fill('#address', 'keine Adresse')
  await page.click('main form[action*="mail"] button')
  expect(await page.locator('#address').inputValue()).toBe('keine Adresse')
  expect(await page.locator('[role="alert"]').textContent()).toContain('name@stadt.de')
  await page.context().close()
})
