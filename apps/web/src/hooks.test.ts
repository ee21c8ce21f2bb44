import { expect, test } from 'vitest'
import { reroute, transport } from './hooks.ts'
import { Unsent } from './lib/unsent.ts'

const routed = (path: string) => reroute({ url: new URL(path, 'https://fachtag.example'), fetch })

test.each([
  ['/themen', '/themen'],
  ['/en/themen', '/themen'],
  ['/en', '/'],
  ['/en/', '/'],
  ['/english/2031', '/english/2031'],
  ['/en/fachtag/2031/programm?jetzt', '/fachtag/2031/programm'],
])('%s is the route of %s', async (path, route) => expect(await routed(path)).toBe(route))

test('what is not to be sent is not sent', () => {
  const { encode, decode } = transport.Unsent!
  const code = encode(new Unsent({ secret: 'x' }))
  expect(code).toBeTruthy()
  expect(JSON.stringify(code)).not.toContain('secret')
  expect(decode(code)).toBeUndefined()
  expect(encode({ value: 'x' })).toBeFalsy()
})
