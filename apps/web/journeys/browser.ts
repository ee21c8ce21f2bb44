import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

let browser: Browser | undefined

/** Opens the browser before the first test of a file and closes it after the last. Call it once per file. */
export function useBrowser(): void {
  beforeAll(async () => {
    const executablePath = process.env.FACHTAG_CHROMIUM ?? '/usr/bin/chromium'
    // The sandbox needs rights that a container's root does not have; only our own pages are opened.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => browser?.close())
}

/**
 * A page of a new, empty browser profile, with addresses counted from the running site. It is German and 1280 × 900
 * unless `options` say otherwise; close it with `page.context().close()`.
 */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  if (!browser) throw new Error('useBrowser() has not been called in this file')
  const context = await browser.newContext({
    baseURL: inject('site').url,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  return context.newPage()
}
