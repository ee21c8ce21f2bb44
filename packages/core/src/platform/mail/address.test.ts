import { expect, test } from 'vitest'
import { headerName, plainAddress } from './address.ts'

test.each([
  ['ida.oehm@rathaus.example', 'ida.oehm@rathaus.example'],
  ['Ida.Oehm+Fachtag@RATHAUS.Example', 'Ida.Oehm+Fachtag@rathaus.example'],
  ["o'neil_1@mail.rathaus.example", "o'neil_1@mail.rathaus.example"],
  ['ida@müllerstadt.example', 'ida@xn--mllerstadt-9db.example'],
  ['ida', null],
  ['', null],
  ['@rathaus.example', null],
  ['ida@', null],
  ['ida@localhost', null],
  ['ida@[127.0.0.1]', null],
  ['ida@127.0.0.1', null],
  ['"ida oehm"@rathaus.example', null],
  ['ida oehm@rathaus.example', null],
  ['ida@rathaus.example, bo@rathaus.example', null],
  ['ida@rathaus.example;bo@rathaus.example', null],
  ['Ida <ida@rathaus.example>', null],
  ['ida(comment)@rathaus.example', null],
  ['ida@rathaus.example\r\nBcc: bo@rathaus.example', null],
  ['ida\u2028@rathaus.example', null],
  ['ida\u0000@rathaus.example', null],
  ['=?utf-8?q?ida?=@rathaus.example', null],
  ['.ida@rathaus.example', null],
  ['ida..oehm@rathaus.example', null],
  ['ïda@rathaus.example', null],
  ['ida@-rathaus.example', null],
  ['ida@rathaus-.example', null],
  [`${'a'.repeat(65)}@rathaus.example`, null],
  [`a@${'b.'.repeat(130)}example`, null],
])('%j is the address %j', (text, address) => expect(plainAddress(text)).toBe(address))

test('text of any length is judged in no time', () => {
  const started = performance.now()
  for (const text of [
    'a.'.repeat(100_000),
    `a@${'b.'.repeat(100_000)}`,
    '@'.repeat(200_000),
    `${'<'.repeat(100_000)}@b.de`,
  ])
    expect(plainAddress(text)).toBeNull()
  expect(performance.now() - started).toBeLessThan(500)
})

test.each([
  ['Dr. Ida Öhm', 'Dr. Ida Öhm'],
  ["Seán O'Neil-Müller (Büro)", "Seán O'Neil-Müller (Büro)"],
  [' Ida ', 'Ida'],
  ['Ida <ida@evil.example>', null],
  ['ida@evil.example', null],
  ['Ida\r\nBcc: x@evil.example', null],
  ['=?utf-8?q?Ida?=', null],
  ['"Ida"', null],
  ['https://evil.example', null],
  ['Ida\u202egnal', null],
  ['Ida\u2028Öhm', null],
  ['x'.repeat(101), null],
  ['', null],
  [null, null],
  [undefined, null],
])('%j stands before an address as %j', (name, shown) => expect(headerName(name)).toBe(shown))
