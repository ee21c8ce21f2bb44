import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isReservedSlug } from '@fachtag/core/modules/editions/series/rules'
import { describe, expect, test } from 'vitest'
import { publicRoutes } from '../src/lib/server/public-routes.ts'
import { testSite } from '../test/site.ts'

const { web } = await testSite()
const folder = fileURLToPath(new URL('../src/routes/', import.meta.url))
const files = globSync('**/{+page.svelte,+server.ts}', { cwd: folder })
const routes = [...new Set(files.map((file) => `/${file.replace(/\/?\+(page\.svelte|server\.ts)$/, '')}`))].sort()
const guarded = routes.filter((route) => !Object.hasOwn(publicRoutes, route))

/** An address that the route takes. */
function addressOf(route: string): string {
  const values: Record<string, string> = { legal: 'impressum', day: '2024-11-27', programme: 'json' }
  return route
    .replace(/\[\[?\w+=(\w+)\]\]?/g, (_, matcher: string) => values[matcher] ?? 'x')
    .replace(/\/\[\[\w+\]\]/g, '')
    .replace(/\[\w+\]/g, 'x')
}

test('every route on the public list exists', () => {
  expect(Object.keys(publicRoutes).filter((route) => !routes.includes(route))).toEqual([])
})

test('what is guarded is what organisers work with, and one’s own account', () => {
  expect(guarded.length).toBeGreaterThan(0)
  expect(guarded.filter((route) => !/^\/(organisieren|konto)(\/|$)/.test(route))).toEqual([])
})

describe.each(guarded.flatMap((route) => [addressOf(route), `/en${addressOf(route)}`]))('%s', (path) => {
  test.each(['GET', 'HEAD', 'POST', 'PUT'])('%s is refused to the public', async (method) => {
    const headers = {
      origin: web.url,
      'content-type': 'application/x-www-form-urlencoded',
      cookie: 'fachtag_anmeldung=x',
    }
    const body = method === 'POST' || method === 'PUT' ? 'name=x' : null
    const answer = await fetch(web.url + path, { method, headers, body, redirect: 'manual' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('neither is its data to be had', async () => {
    expect((await fetch(`${web.url}${path}/__data.json`, { redirect: 'manual' })).status).toBe(403)
  })
})

test('no series can take the address of a page', () => {
  const names = routes.map((route) => route.split('/')[1] ?? '').filter((name) => /^[a-z-]+$/.test(name))
  expect(names.filter((name) => !isReservedSlug(name))).toEqual([])
})
