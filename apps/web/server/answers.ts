import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from './encoding.ts'
import type { KeptPage } from './kept-page.ts'

/** Whether the asker has this version already (`If-None-Match`, weak comparison). */
function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match']
  return known !== undefined && (known.includes(etag) || known.includes(etag.slice(2)) || known === '*')
}

/** Writes a kept page: the encoding that the asker takes, nothing but headers for HEAD, 304 when it is known already. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  if (isKnown(request, page.etag)) {
    response.writeHead(304, ['etag', page.etag, 'vary', 'accept-encoding', 'cache-control', 'no-cache']).end()
    return
  }
  const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined)
  response.writeHead(200, page.headers[encoding] as string[])
  if (request.method === 'HEAD') response.end()
  else response.end(page.bodies[encoding])
}

/** Writes a short text of our own, for what never reaches the pages. */
export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  const body = Buffer.from(text)
  response.writeHead(status, {
    'content-type': type.includes(';') ? type : `${type}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

const malformed = `<!doctype html><html lang="de"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Diese Adresse lässt sich nicht lesen</title><main><h1>Diese Adresse lässt sich nicht lesen</h1>
<p>Sie enthält Zeichen, die in einer Adresse nicht vorkommen dürfen. <a href="/">Zur Startseite</a></p>
<p lang="en">This address cannot be read: it contains characters that an address must not contain. <a href="/en">Home</a></p></main></html>`

/** Says that the address cannot be read. No page could: it would have to be rendered for an address. */
export function sendMalformed(response: ServerResponse): void {
  sendText(response, 400, malformed, 'text/html')
}

/** Leads to another address of this site. */
export function sendRedirect(response: ServerResponse, status: 302 | 308, location: string): void {
  response.writeHead(status, { location, vary: 'cookie', 'cache-control': 'no-cache', 'content-length': 0 }).end()
}
