import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from './tokenize.ts'

const forms = (text: string) => tokenize(text).map((token) => token.form)
const pieces = (text: string) => tokenize(text).map((token) => token.pieces)

describe('words', () => {
  test.each([
    ['Die Verwaltung von morgen', ['die', 'verwaltung', 'von', 'morgen']],
    ['Wie Sie bis zu 70% Zeit einsparen', ['wie', 'sie', 'bis', 'zu', '70', 'zeit', 'einsparen']],
    ['CIO, CDO und Co: Braucht', ['cio', 'cdo', 'und', 'co', 'braucht']],
    ['„Wir müssen zusammenarbeiten“', ['wir', 'mussen', 'zusammenarbeiten']],
    ['27. November 2024', ['27', 'november', '2024']],
    ['C++ und C# und .NET', ['c++', 'und', 'c#', 'und', 'net']],
    ['Halle (Saale)', ['halle', 'saale']],
    ['a\nb\tc', ['a', 'b', 'c']],
    ['  … – !? ', []],
    ['', []],
  ])('%j', (text, expected) => expect(forms(text)).toEqual(expected))
})

describe('one spelling for what belongs together', () => {
  test.each([
    'E-Akte', 'eAkte', 'E‑Akte', 'e-akte', 'E Akte', 'EAkte', 'e–Akte'.replace('–', '-'),
  ])('%s', (text) => expect(forms(text)).toEqual(['eakte'])) // biome-ignore format: a list of spellings
  test.each([
    ['Node.js', 'nodejs'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['DS-GVO', 'dsgvo'],
    ['O.K.', 'ok'],
    ['TR-RESISCAN', 'trresiscan'],
    ['Plan B Konzept', 'plan b konzept'],
    ['E. Müller', 'e muller'],
  ])('%s → %s', (text, expected) => expect(forms(text).join(' ')).toBe(expected))
})

describe('pieces of joined words', () => {
  test.each([
    ['IT-Sicherheit', [['it', 'sicherheit']]],
    ['E-Akte', [[]]],
    ['E-Akten-Einführung', [['eakten', 'einfuhrung']]],
    ['EU-Datenschutz-Grundverordnung', [['eu', 'datenschutz', 'grundverordnung']]],
    ['openDesk', [['open', 'desk']]],
    ['OpenStreetMap', [['open', 'street', 'map']]],
    ['GmbH', [[]]],
    ['PostgreSQL', [['postgre', 'sql']]],
    ['Verwaltung', [[]]],
    ['Kita-Portal', [['kita', 'portal']]],
  ])('%s', (text, expected) => expect(pieces(text)).toEqual(expected))
})

describe('feminine endings after a gender sign are no words', () => {
  test.each([
    'Bürger/-innen', 'Bürger/innen', 'Bürger:innen', 'Bürger*innen', 'Bürger_innen', 'BürgerInnen', 'Bürger·innen', 'Bürger(innen)',
  ])('%s', (text) => expect(forms(`${text} hier`)).toEqual(['burger', 'hier'])) // biome-ignore format: a list of spellings
  test('but the word innen is', () => expect(forms('von innen: innen')).toEqual(['von', 'innen', 'innen']))
})

test('knows where a word stands, with its signs', () => {
  const text = 'Für Moderator/-innen: E Akte & IT-Sicherheit.'
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Für',
    'Moderator/-innen',
    'E Akte',
    'IT-Sicherheit',
  ])
})

test('tells nouns and words that are cut off', () => {
  const [first, , last] = tokenize('Sicherheits- und notfallkonzept')
  expect([first!.isCapitalised, first!.isCutOff, last!.isCapitalised, last!.isCutOff]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(tokenize('KI-Lösung')[0]!.isCapitalised).toBe(false)
})

test('takes any text: offsets in order, forms folded and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let end = 0
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.form.length).toBeGreaterThan(0)
        end = token.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a text of a million letters without a blank is one short word, quickly', () => {
  const start = performance.now()
  expect(tokenize('a'.repeat(1_000_000)).map((token) => token.form.length)).toEqual([60])
  expect(tokenize('a-'.repeat(100_000)).length).toBeGreaterThan(1)
  expect(performance.now() - start).toBeLessThan(5_000)
})
