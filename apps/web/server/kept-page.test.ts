import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keepPage, tightenPage } from './kept-page.ts'

const text = '<p>Grüße aus Leipzig</p>'.repeat(200)
const response = (body = text) =>
  new Response(body, {
    headers: { 'content-type': 'text/html', 'x-fachtag-cache': 'public', 'content-length': '1', etag: '"old"' },
  })

test('all encodings hold the same page', async () => {
  const { bodies } = await keepPage(response())
  expect(bodies.identity.toString()).toBe(text)
  expect(brotliDecompressSync(bodies.br).toString()).toBe(text)
  expect(gunzipSync(bodies.gzip).toString()).toBe(text)
  expect(bodies.br.length).toBeLessThan(bodies.identity.length / 5)
})

test('the headers fit the encoding, and the mark stays inside', async () => {
  const page = await keepPage(response())
  const lines = (encoding: 'br' | 'identity') => {
    const list = page.headers[encoding]
    return Object.fromEntries(list.flatMap((name, i) => (i % 2 === 0 ? [[name, list[i + 1]]] : [])))
  }
  expect(lines('br')).toEqual({
    'content-type': 'text/html',
    etag: page.etag,
    vary: 'accept-encoding',
    'content-length': String(page.bodies.br.length),
    'content-encoding': 'br',
  })
  expect(lines('identity')).not.toHaveProperty('content-encoding')
  expect(lines('identity')['content-length']).toBe(String(Buffer.byteLength(text)))
})

test('the same page has the same tag, another has another', async () => {
  const [one, same, other] = await Promise.all([keepPage(response()), keepPage(response()), keepPage(response('x'))])
  expect(one.etag).toBe(same.etag)
  expect(one.etag).not.toBe(other.etag)
  expect(one.bytes).toBeGreaterThan(text.length)
})

test('a tightened page is the same page in fewer bytes, and says so', async () => {
  const subjects = [
    'Elektronische Akte',
    'Informationssicherheit',
    'Bürgerservice',
    'Registermodernisierung',
    'Geodaten',
  ]
  const card = (n: number) => {
    const subject = subjects[(n * 7) % 5]
    return `<li class="card"><a href="/reihe/2031/programm/beitrag/${subject}-${n}">${subject} in Musterstadt ${n}</a><p>9:${n % 60} Uhr</p></li>`
  }
  const text = Array.from({ length: 1_500 }, (_, n) => card(n)).join('')
  const kept = await keepPage(response(text))
  const tight = await tightenPage(kept)
  expect(brotliDecompressSync(tight.bodies.br).toString()).toBe(text)
  expect(tight.bodies.br.length).toBeLessThan(kept.bodies.br.length)
  expect(tight.headers.br[tight.headers.br.indexOf('content-length') + 1]).toBe(String(tight.bodies.br.length))
  expect([tight.etag, tight.headers.gzip, tight.bodies.gzip]).toEqual([kept.etag, kept.headers.gzip, kept.bodies.gzip])
  expect(kept.bytes - tight.bytes).toBe(kept.bodies.br.length - tight.bodies.br.length)
})

test('a page that cannot be tightened stays the very same', async () => {
  const kept = await keepPage(response('<p>x</p>'))
  expect(await tightenPage(kept)).toBe(kept)
})
