import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { memberRoutes } from '../src/lib/server/member-routes.ts'
import { violations } from './accessibility.ts'
import { newPageAs, useBrowser } from './browser.ts'

useBrowser()

const patternOf = (route: string) => new RegExp(`^${route.replaceAll('.', '\\.').replace(/\[[^\]]+\]/g, '[^/]+')}$`)
/** The routes with fewer holes first: `/organisieren/neu` is a page of its own and no series. */
const routes = Object.keys(memberRoutes)
  .sort((a, b) => a.split('[').length - b.split('[').length)
  .map((route) => ({ route, pattern: patternOf(route) }))

const folder = new URL('../src/routes', import.meta.url)
/** What is sent, taken along or looked up, and is no page; and codes that are shown once, after they were asked for. */
const isNoPage = (route: string) =>
  route === '/konto/notfallcodes' || !existsSync(`${folder.pathname}${route}/+page.svelte`)

/**
 * What the rehearsal has no case of for whoever operates it: drafts, mails, a deletion asked for; and what other journeys walk
 * through, because it is there only after something was done: own appearances, plans, variants.
 */
const withoutCase = [
  /\/vorschau$/,
  /\/post\/\[mail\]$/,
  /^\/konto\/auftritte(\/|$)/,
  /^\/konto\/daten\/loeschen$/,
  /\/planen\/warum\/\[id\]$/,
  /\/varianten\/\[id\]$/,
]

/** The routes that the links of the present page lead to, each with an address. */
async function waysFrom(page: Page): Promise<Map<string, string>> {
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
  const ways = new Map<string, string>()
  for (const link of links) {
    const { pathname, search, origin } = new URL(link)
    const known = routes.find(({ pattern }) => pattern.test(pathname))
    if (known && origin === new URL(page.url()).origin && !ways.has(known.route))
      ways.set(known.route, pathname + search)
  }
  return ways
}

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

test('whoever follows the links of the workplace meets every page of it, and no barrier on the way', async () => {
  const page = await newPageAs('operator', { viewport: { width: 320, height: 800 }, colorScheme: 'dark' })
  const found = new Map([['/organisieren', '/organisieren']])
  const seen = new Set<string>()
  const wrong: unknown[] = []
  for (const [route, path] of found) {
    const answer = await page.goto(path)
    seen.add(route)
    const problems = await violations(page)
    const wide = await overflow(page)
    if (answer?.status() !== 200 || problems.length > 0 || wide > 0)
      wrong.push({ path, status: answer?.status(), problems, wide })
    for (const [next, way] of await waysFrom(page)) if (!found.has(next) && !isNoPage(next)) found.set(next, way)
  }
  expect(wrong).toEqual([])
  const missed = routes.map(({ route }) => route).filter((route) => !seen.has(route) && !isNoPage(route))
  expect(missed.filter((route) => !withoutCase.some((pattern) => pattern.test(route)))).toEqual([])
  await page.context().close()
})

test('a speaker finds their appearances from their account', async () => {
  const page = await newPageAs('speaker', { viewport: { width: 320, height: 800 } })
  await page.goto('/konto')
  await page.getByRole('link', { name: 'Meine Auftritte' }).click()
  expect(await page.getByRole('link', { name: 'Die Akte ohne Papier, ein Jahr danach' }).count()).toBe(1)
  expect([await violations(page), await overflow(page)]).toEqual([[], 0])
  await page.context().close()
})
