import type { IncomingMessage } from 'node:http'

const loopback = /^(127\.|::1$|::ffff:127\.)/

/**
 * Where a request comes from. Behind a proxy on this machine that is the last address the proxy wrote into
 * `X-Forwarded-For`; from anywhere else the header is what the asker claims, and is not believed.
 */
export function clientAddress(request: IncomingMessage): string {
  const direct = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (!loopback.test(direct) || typeof forwarded !== 'string') return direct
  return forwarded.split(',').at(-1)?.trim() || direct
}
