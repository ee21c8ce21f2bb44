import { expect, test } from 'vitest'
import { type Locale, type LocalizedText, languageOf, localize } from './localized-text.ts'

const both = { de: 'Tag', en: 'Day' }

test.each<[LocalizedText | null | undefined, Locale, string, Locale]>([
  [both, 'de', 'Tag', 'de'],
  [both, 'en', 'Day', 'en'],
  [{ de: 'Tag' }, 'en', 'Tag', 'de'],
  [{ en: 'Day' }, 'de', 'Day', 'en'],
  [{ de: '', en: 'Day' }, 'de', 'Day', 'en'],
  [{ de: 'Tag', en: '' }, 'en', 'Tag', 'de'],
])('%j read in %s is %j, in %s', (text, locale, said, language) => {
  expect(localize(text, locale)).toBe(said)
  expect(languageOf(text, locale)).toBe(language)
})

test.each([null, undefined, {}, { de: '', en: '' }])('%j says nothing', (text) => {
  expect([localize(text, 'de'), localize(text, 'en')]).toEqual(['', ''])
})
