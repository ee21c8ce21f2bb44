import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const asked = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test.each([
  [0, '192.0.2.7', undefined, '192.0.2.7'],
  [0, '192.0.2.7', '203.0.113.9', '192.0.2.7'],
  [0, '127.0.0.1', '203.0.113.9', '127.0.0.1'],
  [0, undefined, undefined, ''],
  [1, '127.0.0.1', undefined, '127.0.0.1'],
  [1, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  [1, '::1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  [1, '10.0.0.2', ' 203.0.113.9 ', '203.0.113.9'],
  [1, '127.0.0.1', '', '127.0.0.1'],
  [2, '127.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.1', '203.0.113.9'],
  [2, '127.0.0.1', '203.0.113.9', '127.0.0.1'],
])('behind %i proxies, from %s, forwarded for %j: %s', (proxies, direct, forwarded, expected) => {
  expect(clientAddress(asked(direct, forwarded), proxies)).toBe(expected)
})

test.each([0, 1, 2])('what the asker writes before the entries of %i proxies changes nothing', (proxies) => {
  const added = ['203.0.113.9', '10.0.0.1'].slice(0, proxies)
  const from = (claimed: number) => [`198.51.100.${claimed}`, ...added].join(', ')
  const seen = Array.from({ length: 1_000 }, (_, n) => clientAddress(asked('127.0.0.1', from(n)), proxies))
  expect(new Set(seen).size).toBe(1)
})
