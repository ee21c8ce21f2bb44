import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, isPlain } from './fold.ts'

describe('spellings of one word fold together', () => {
  test.each([
    ['München', 'Muenchen', 'MÜNCHEN', 'munchen', 'Mu\u0308nchen'],
    ['Köln', 'Koeln', 'KOELN'],
    ['Ämter', 'Aemter', 'ämter', 'AEMTER'],
    ['Straße', 'Strasse', 'STRASSE', 'STRAẞE'],
    ['Groß', 'Gross', 'GROß'],
    ['Töpfer', 'Toepfer', 'Topfer'],
    ['Kühne', 'Kuehne', 'Kuhne'],
    ['Flügel', 'Fluegel'],
    ['grün', 'gruen'],
    ['süß', 'suess', 'SÜSS'],
    ['Größe', 'Groesse'],
    ['Übung', 'Uebung', 'uebung'],
    ['Öffnung', 'Oeffnung'],
    ['Café', 'Cafe'],
    ['Łódź', 'Lodz'],
    ['Kraków', 'Krakow'],
    ['Ærø', 'ærø'],
    ['ﬁnanz', 'Finanz'],
  ])('%s', (first, ...others) => expect(others.map(fold)).toEqual(others.map(() => fold(first))))
})

describe('what only looks like a written-out umlaut stays', () => {
  test.each([
    ['neue', 'neue'],
    ['Bauer', 'bauer'],
    ['Steuer', 'steuer'],
    ['Feuerwehr', 'feuerwehr'],
    ['Frauen', 'frauen'],
    ['Quelle', 'quelle'],
    ['bequem', 'bequem'],
    ['venue', 'venue'],
    ['issues', 'issues'],
    ['values', 'values'],
    ['queue', 'queue'],
    ['Trophäe', 'trophae'],
    ['See', 'see'],
    ['Museum', 'museum'],
  ])('%s → %s', (word, folded) => expect(fold(word)).toBe(folded))
})

describe('only letters and digits remain', () => {
  test.each([
    ['§ 5', '5'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['Ver\u00adwaltung', 'verwaltung'],
    ['Zero\u200bWidth', 'zerowidth'],
    ['d’Ivoire', 'divoire'],
    ['ＫＩ', 'ki'],
    ['²', '2'],
    ['日本', '日本'],
    ['Ελλάδα', 'ελλαδα'],
    ['…', ''],
    ['', ''],
  ])('%j → %j', (word, folded) => expect(fold(word)).toBe(folded))
})

test('what is folded is letters and digits alone, however the marks of the word are written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const folded = fold(text)
      expect(folded.length).toBeLessThanOrEqual(60)
      expect(folded).toMatch(/^[\p{L}\p{N}+#]*$/u)
      expect(fold(text.normalize('NFD'))).toBe(folded)
      expect(fold(text.normalize('NFC'))).toBe(folded)
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['verwaltung', true],
  ['ipv6', false],
  ['ελλαδα', false],
  ['', false],
])('%j is plain: %s', (word, expected) => expect(isPlain(word)).toBe(expected))
