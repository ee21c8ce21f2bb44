import { expect, test } from 'vitest'
import { admitOneClick } from './one-click.ts'

const token = 'a'.repeat(43)
const post = (path: string, headers: Record<string, string> = {}, method = 'POST') =>
  new Request(`https://fachtag.example${path}`, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=b', ...headers },
    ...(method === 'POST' ? { body: 'List-Unsubscribe=One-Click' } : {}),
  })

test.each([`/abbestellen/${token}`, `/en/abbestellen/${token}`])(
  'a mail program may leave letters at %s',
  async (path) => {
    const admitted = admitOneClick(post(path))
    expect([admitted.headers.get('origin'), admitted.headers.get('cookie')]).toEqual(['https://fachtag.example', null])
    expect([admitted.method, await admitted.text()]).toEqual(['POST', 'List-Unsubscribe=One-Click'])
  },
)

test.each<[string, Request]>([
  ['a form of another site', post(`/abbestellen/${token}`, { origin: 'https://evil.example' })],
  ['a form of ours', post(`/abbestellen/${token}`, { origin: 'https://fachtag.example' })],
  ['another address', post('/konto/abmelden')],
  ['half a token', post('/abbestellen/abc')],
  ['somebody who reads', post(`/abbestellen/${token}`, {}, 'GET')],
])('%s is left as it is', (_, request) => {
  expect(admitOneClick(request)).toBe(request)
})
