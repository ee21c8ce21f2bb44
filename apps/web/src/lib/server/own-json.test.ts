import { expect, test } from 'vitest'
import { z } from 'zod'
import { readOwnJson } from './own-json.ts'

const schema = z.strictObject({ n: z.int() })
const url = new URL('https://fachtag.example/x')

function ask(body: string, headers: Record<string, string>) {
  return readOwnJson({ url, request: new Request(url, { method: 'POST', body, headers }) }, schema)
}
const own = { origin: url.origin, 'content-type': 'application/json' }

test.each([['application/json'], ['application/json; charset=utf-8']])('takes %s of our own pages', async (type) => {
  expect(await ask('{"n":1}', { ...own, 'content-type': type })).toEqual({ n: 1 })
})

test.each([
  ['another site', '{"n":1}', { ...own, origin: 'https://evil.example' }, 403],
  ['a page without an origin', '{"n":1}', { ...own, origin: 'null' }, 403],
  ['a neighbour by another port', '{"n":1}', { ...own, origin: 'https://fachtag.example:8443' }, 403],
  ['nobody knows whom', '{"n":1}', { 'content-type': 'application/json' }, 403],
  ['a form', 'n=1', { ...own, 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['a form that looks like JSON', '{"n":1}', { ...own, 'content-type': 'text/plain' }, 415],
  ['somebody who breaks off', '{"n":', own, 400],
  ['somebody who means something else', '{"n":"1"}', own, 422],
  ['somebody who says too much', '{"n":1,"m":2}', own, 422],
])('refuses what comes from %s', async (_, body, headers, status) => {
  await expect(ask(body, headers)).rejects.toMatchObject({ status })
})
