import { expect, it } from 'vitest'
import { formatLanguage } from './language.ts'

it.each([
  ['en', 'de', 'Englisch'],
  ['de', 'en', 'German'],
  ['qqq', 'de', 'qqq'],
  ['not a tag', 'de', 'not a tag'],
] as const)('%s in %s is %s', (tag, locale, expected) => {
  expect(formatLanguage(tag, locale)).toBe(expected)
})
