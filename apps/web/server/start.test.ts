import { request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { touchPublication } from '@fachtag/core/platform/database/publication'
import { describe, expect, test, vi } from 'vitest'
import { testSite } from '../test/site.ts'

const { app, web, rename } = await testSite()
const base = new URL(web.url)

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Asks without any of the things that a browser or `fetch` would do to the request or the answer. */
function ask(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const { body, ...rest } = options
    const asking = request({ host: base.hostname, port: base.port, path, ...rest }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Sends bytes and gives everything that comes back until the other side ends. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(base.port), base.hostname, () => socket.write(bytes))
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

const patience = { timeout: 20_000 }

await vi.waitFor(() => app.db.transaction().execute(touchPublication), patience)

/** Waits until the page is kept: the listener may still be connecting. */
async function keep(path: string): Promise<void> {
  await vi.waitFor(async () => {
    await ask(path)
    if (!web.cache.find(path)) throw new Error('not kept yet')
  }, patience)
}

describe('a public page', () => {
  test('is kept, compressed as the asker likes it, and recognised by its tag', async () => {
    await keep('/')
    const [plain, br, gzip] = await Promise.all([
      ask('/'),
      ask('/', { headers: { 'accept-encoding': 'gzip, br' } }),
      ask('/', { headers: { 'accept-encoding': 'gzip' } }),
    ])
    expect(plain.body.toString()).toContain('IT-Fachtag')
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding', 'cache-control': 'no-cache' })
    expect(plain.headers).not.toHaveProperty('x-fachtag-cache')
    const tag = String(plain.headers.etag)
    const again = await ask('/', { headers: { 'if-none-match': tag } })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag])
  })

  test('says the same to HEAD without its body', async () => {
    await keep('/')
    const [get, head] = await Promise.all([ask('/'), ask('/', { method: 'HEAD' })])
    expect(head.body).toHaveLength(0)
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.headers['content-length']).toBe(String(get.body.length))
  })

  test('shows a change as soon as it is published, to everybody', async () => {
    await keep('/')
    await rename('Fachtag Nord')
    await vi.waitFor(async () => expect((await ask('/')).body.toString()).toContain('<h1>Fachtag Nord</h1>'), patience)
  })

  test('carries the headers that protect its readers', async () => {
    const { headers } = await ask('/')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
  })

  test('with a query that it does not know is not kept', async () => {
    await keep('/archiv')
    await ask('/archiv?utm_source=x')
    expect(web.cache.find('/archiv?utm_source=x')).toBeUndefined()
    expect((await ask('/archiv?utm_source=x')).status).toBe(200)
  })
})

test('who has chosen English gets the English front page, and only there', async () => {
  const headers = { cookie: 'a=b; sprache=en' }
  expect(await ask('/', { headers })).toMatchObject({ status: 302, headers: { location: '/en' } })
  expect((await ask('/archiv', { headers })).status).toBe(200)
  expect((await ask('/en')).body.toString()).toContain('<html lang="en">')
})

describe('addresses', () => {
  test.each([
    ['/archiv/', 308, '/archiv'],
    ['//archiv', 308, '/archiv'],
    ['/%ff', 400, undefined],
    ['/a\\b', 400, undefined],
    ['/a/../b', 400, undefined],
    [`/${'a'.repeat(5000)}`, 414, undefined],
    ['/gibtsnicht', 404, undefined],
    ['/it-fachtag/2099', 404, undefined],
    ['/personen/%E4', 400, undefined],
    ["/suche?q='%20or%201=1--", 200, undefined],
    ['/suche?q=%ff', 200, undefined],
    ['/suche?q=%00', 200, undefined],
    ['/personen?seite=99999', 200, undefined],
    ['/personen?buchstabe=%F0%9F%99%82', 200, undefined],
    ['/themen?x-sveltekit-invalidated=1', 400, undefined],
  ])('%s answers %d', async (path, status, location) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.location]).toEqual([status, location])
  })

  test('what is wrong is said in words, in both languages', async () => {
    expect((await ask('/%ff')).body.toString()).toMatch(/lässt sich nicht lesen[\s\S]*cannot be read/)
    expect((await ask('/gibtsnicht')).body.toString()).toContain('Diese Seite gibt es nicht')
    expect((await ask('/en/gibtsnicht')).body.toString()).toContain('There is no such page')
  })
})

describe('other requests', () => {
  test('a form from another site is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }
    expect((await ask('/barriere-melden', { method: 'POST', headers, body: 'page=x&description=y' })).status).toBe(403)
  })

  test('a body that no form sends is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: web.url, accept: 'text/html' }
    const body = `page=x&description=${'y'.repeat(300_000)}`
    const length = { 'content-length': String(body.length) }
    const chunked = { 'transfer-encoding': 'chunked' }
    const post = (more: Record<string, string>) =>
      ask('/barriere-melden', { method: 'POST', headers: { ...headers, ...more }, body })
    expect((await post(length)).status).toBe(413)
    expect((await post(chunked)).status).toBe(411)
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not understood, and breaks nothing', async (method) => {
    const { status } = await ask('/', { method })
    expect(status === 204 || (status >= 400 && status < 500)).toBe(true)
  })

  test('files keep for ever under a name made from their content', async () => {
    const html = (await ask('/')).body.toString()
    const [, file = ''] = /href="(\/_app\/immutable\/[^"]+\.css)"/.exec(html) ?? []
    const answer = await ask(file, { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css' })
    expect(answer.headers['cache-control']).toContain('immutable')
    expect((await ask('/_app/immutable/nothing.css')).status).toBe(404)
  })

  test('those who watch the server get answers that nobody keeps', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      expect(await ask(path)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    }
    expect((await ask('/metrics')).body.toString()).toContain('fachtag_request_seconds')
  })

  test('pages from memory are counted apart from those that take time', async () => {
    const counts = async () => {
      const text = (await ask('/metrics')).body.toString()
      return ['kept_pages_total', 'request_seconds_count{answered="page",status="2xx"}'].map((name) =>
        Number(
          text
            .split('\n')
            .find((line) => line.startsWith(`fachtag_${name} `))
            ?.split(' ')[1] ?? 0,
        ),
      )
    }
    await keep('/archiv')
    const [kept = 0, made = 0] = await counts()
    await ask('/archiv')
    // Asking for the numbers is a request of the other kind.
    expect(await counts()).toEqual([kept + 1, made + 1])
  })

  test('what is no HTTP ends the connection, not the server', async () => {
    expect(await send('NONSENSE\r\n\r\n')).toContain('400')
    expect(await send(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toContain('431')
    expect((await ask('/healthz')).status).toBe(200)
  })
})
