import type { IncomingMessage } from 'node:http'

/**
 * Where a request comes from, behind `proxies` reverse proxies: each has added the address it was asked from to the end of
 * `X-Forwarded-For`, so that many entries from the end are true, and what stands before them is what the asker claims. Without
 * a proxy the header is not looked at, and neither is one that is shorter than the proxies would have made it.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (proxies === 0 || typeof forwarded !== 'string') return direct
  return forwarded.split(',').at(-proxies)?.trim() || direct
}
