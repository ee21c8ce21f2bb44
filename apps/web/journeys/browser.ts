import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { type RunningSite, type Site, startSite } from './site.ts'

let browser: Browser | undefined
let own: RunningSite | undefined

/** The site that this file walks through. */
export function site(): Site {
  return own?.site ?? inject('site')
}

/**
 * Gives this file a site of its own, before all else: what it does to the rehearsal nobody else meets, whatever the order of the
 * files. Call it once, before `useBrowser`.
 */
export function useOwnSite(): void {
  beforeAll(async () => {
    own = await startSite()
  })
  afterAll(async () => own?.stop())
}

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
    baseURL: site().url,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  return context.newPage()
}

/** `newPage` for somebody who has signed in and has this role in the rehearsal: `organiser`, `programme`, `editor` … */
export async function newPageAs(role: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { url, cookies } = site()
  const value = cookies[role]
  if (!value) throw new Error(`the rehearsal has no ${role}`)
  const page = await newPage(options)
  await page.context().addCookies([{ name: 'fachtag_anmeldung', value, url, httpOnly: true, sameSite: 'Lax' }])
  return page
}
