import { expect, test } from 'vitest'
import { newPage, useBrowser } from './browser.ts'

useBrowser()

/** What a first visit may load, compressed, with everything it needs. */
const limit = 100 * 1024

test.each([
  '/',
  '/mitteldeutscher-it-fachtag/2024',
  '/mitteldeutscher-it-fachtag/2024/rueckblick',
  '/personen',
  '/suche?q=verwaltung',
  '/en/themen',
])('the first visit of %s stays below 100 KB', async (path) => {
  const page = await newPage()
  const client = await page.context().newCDPSession(page)
  let bytes = 0
  const hosts = new Set<string>()
  await client.send('Network.enable')
  client.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength
  })
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto(path, { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(10 * 1024)
  expect(bytes).toBeLessThan(limit)
  expect(hosts.size).toBe(1)
  await page.context().close()
})
