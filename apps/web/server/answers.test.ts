import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { sendMalformed, sendPage, sendRedirect, sendText } from './answers.ts'
import { keepPage } from './kept-page.ts'

const text = '<p>Praxis aus Kommunen</p>'.repeat(50)
const page = await keepPage(new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
const strong = page.etag.slice(2)

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/page': (request, response) => sendPage(request, response, page),
  '/text': (_, response) => sendText(response, 411, 'Länge fehlt'),
  '/typed': (_, response) => sendText(response, 200, 'x 1', 'text/plain; version=0.0.4'),
  '/malformed': (_, response) => sendMalformed(response),
  '/moved': (_, response) => sendRedirect(response, 308, '/themen'),
}
const server = createServer((request, response) => answers[request.url ?? '']?.(request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })

describe('a kept page', () => {
  test.each([
    ['its own tag', page.etag],
    ['its tag without the mark of weakness', strong],
    ['one tag of several', `"other", ${page.etag}`],
    ['any', '*'],
  ])('is known by %s', async (_, known) => {
    const answer = await ask('/page', { headers: { 'if-none-match': known } })
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', page.etag])
    expect(answer.headers.get('vary')).toBe('accept-encoding')
  })

  test.each(['"other"', 'W/"other"', ''])('is sent to who knows only %j', async (known) => {
    const answer = await ask('/page', { headers: { 'if-none-match': known } })
    expect([answer.status, await answer.text()]).toEqual([200, text])
  })

  test.each(['identity', 'gzip', 'br'] as const)('in %s says how long it is', async (encoding) => {
    const answer = await ask('/page', { method: 'HEAD', headers: { 'accept-encoding': encoding } })
    expect(Number(answer.headers.get('content-length'))).toBe(page.bodies[encoding].length)
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  })
})

describe('words of our own', () => {
  test('are plain text that nobody keeps, guesses at or runs', async () => {
    const answer = await ask('/text')
    expect([answer.status, await answer.text()]).toEqual([411, 'Länge fehlt'])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    })
  })

  test('keep a type that says more', async () => {
    expect((await ask('/typed')).headers.get('content-type')).toBe('text/plain; version=0.0.4')
  })

  test('have the same headers without a body for HEAD', async () => {
    const answer = await ask('/text', { method: 'HEAD' })
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['12', ''])
  })

  test('about a malformed address are in both languages and lead on', async () => {
    const answer = await ask('/malformed')
    const html = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
    expect(html).toMatch(/<html lang="de">[\s\S]*href="\/"[\s\S]*lang="en"[\s\S]*href="\/en"/)
  })
})

test('another address is a redirect that a shared cache asks about again', async () => {
  const answer = await ask('/moved')
  expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
    308,
    '/themen',
    'no-cache',
  ])
})
