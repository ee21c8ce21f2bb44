import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './encoding.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** A rendered page in every encoding, with the header lines of each, ready to be written. */
export type KeptPage = {
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Buffer>>
  readonly headers: Readonly<Record<Encoding, readonly string[]>>
  /** What it takes in memory. */
  readonly bytes: number
}

/** Names a page may be marked with, and that nobody outside may see. */
export const cacheMark = 'x-fachtag-cache'

/** Quality 5 is where Brotli overtakes gzip 6 in size at a like cost. 10 takes an eighth off a large page and twenty times as long. */
const brotliQuality = { atOnce: 5, inTime: 10 } as const

function brotli(body: Buffer, quality: number): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return compressBrotli(body, { params })
}

/** Both compressed forms of `body`. */
async function compress(body: Buffer): Promise<{ br: Buffer; gzip: Buffer }> {
  const [br, gz] = await Promise.all([brotli(body, brotliQuality.atOnce), compressGzip(body, { level: 6 })])
  return { br, gzip: gz }
}

function headerLines(response: Response, etag: string, encoding: Encoding, length: number): string[] {
  const lines: string[] = []
  for (const [name, value] of response.headers) {
    if (name !== cacheMark && name !== 'content-length' && name !== 'etag') lines.push(name, value)
  }
  lines.push('etag', etag, 'vary', 'accept-encoding', 'content-length', String(length))
  if (encoding !== 'identity') lines.push('content-encoding', encoding)
  return lines
}

/** Reads `response` to its end and makes it a page that can be kept. */
export async function keepPage(response: Response): Promise<KeptPage> {
  const identity = Buffer.from(await response.arrayBuffer())
  const bodies = { identity, ...(await compress(identity)) }
  // Weak: the encodings differ in bytes and mean the same (RFC 9110, 8.8.1).
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const lines = (encoding: Encoding) => headerLines(response, etag, encoding, bodies[encoding].length)
  const headers = { identity: lines('identity'), br: lines('br'), gzip: lines('gzip') }
  const bytes = bodies.identity.length + bodies.br.length + bodies.gzip.length + 4096
  return { etag, bodies, headers, bytes }
}

/** The same page, its Brotli form smaller where that can be. Takes a fifth of a second for a large page, off the main thread. */
export async function tightenPage(page: KeptPage): Promise<KeptPage> {
  const br = await brotli(page.bodies.identity, brotliQuality.inTime)
  if (br.length >= page.bodies.br.length) return page
  const lines = [...page.headers.br]
  lines[lines.indexOf('content-length') + 1] = String(br.length)
  return {
    ...page,
    bodies: { ...page.bodies, br },
    headers: { ...page.headers, br: lines },
    bytes: page.bytes - page.bodies.br.length + br.length,
  }
}
