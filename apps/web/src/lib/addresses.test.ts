import { expect, test } from 'vitest'
import { address, localeOf, withoutLocale } from './addresses.ts'

test.each([
  ['/', 'de', '/'],
  ['/en', 'en', '/'],
  ['/en/themen', 'en', '/themen'],
  ['/themen', 'de', '/themen'],
  ['/english', 'de', '/english'],
  ['/en-reihe/2024', 'de', '/en-reihe/2024'],
  ['/en/en', 'en', '/en'],
] as const)('%s is %s and means %s', (pathname, locale, path) => {
  expect(localeOf(pathname)).toBe(locale)
  expect(withoutLocale(pathname)).toBe(path)
  expect(address(path, locale)).toBe(pathname)
})

test('a query stays', () => expect(address('/suche?q=x', 'en')).toBe('/en/suche?q=x'))
