import { expect, test } from 'vitest'
import { chooseEncoding } from './encoding.ts'

test('an answer is remembered for its header, not for another', () => {
  const headers = Array.from({ length: 300 }, (_, n) => (n % 2 === 0 ? `br;q=0.1${n}` : `gzip;q=0.1${n}`))
  const choices = () => headers.map(chooseEncoding)
  expect(choices()).toEqual(headers.map((header) => (header.startsWith('br') ? 'br' : 'gzip')))
  expect(choices()).toEqual(choices())
})

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['BR', 'br'],
  ['br;q=0.000,gzip;q=0', 'identity'],
  ['br;q=0.1', 'br'],
  ['brotli', 'identity'],
  ['*', 'identity'],
  ['deflate', 'identity'],
])('%j is answered in %s', (header, encoding) => expect(chooseEncoding(header)).toBe(encoding))
