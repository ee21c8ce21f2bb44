import { describe, expect, test } from 'vitest'
import { joinTexts, peopleLine, plainText, plainTexts, textIn, yearsOf } from './rules.ts'

describe('plainText', () => {
  test.each([
    ['**fett** und *kursiv* und `code`', 'fett und kursiv und code'],
    ['__fett__ und _kursiv_', 'fett und kursiv'],
    ['snake_case und 2 * 3 * 4', 'snake_case und 2 * 3 * 4'],
    ['# Titel\n\nText', 'Titel\nText'],
    ['- eins\n- zwei\n1. drei', 'eins\nzwei\ndrei'],
    ['> Zitat', 'Zitat'],
    ['[Text](https://example.org/a "Titel")', 'Text'],
    ['![Bild](bild.png)', 'Bild'],
    ['siehe https://example.org/pfad?x=1 dort', 'siehe dort'],
    ['<https://example.org>', ''],
    ['<p>Absatz</p><br/>Ende', 'Absatz Ende'],
    ['a < b und c > d', 'a < b und c > d'],
    ['1\\. kein Punkt \\*hier\\*', '1. kein Punkt *hier*'],
    ['A &amp; B&nbsp;C', 'A & B C'],
    ['---\nText\n***', 'Text'],
    ['```js\nlet x\n```', 'let x'],
    ['', ''],
  ])('%j → %j', (markdown, text) => expect(plainText(markdown)).toBe(text))

  test('takes hostile text in little time', () => {
    const start = performance.now()
    for (const piece of ['[', '![](', '<', '*', '_', '`', '\\', '- ', '[a](', '**_'])
      expect(plainText(piece.repeat(20_000)).length).toBeLessThanOrEqual(piece.length * 20_000)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

test('plainTexts and joinTexts keep the languages apart', () => {
  expect(plainTexts({ de: '**a**', en: '_b_' })).toEqual({ de: 'a', en: 'b' })
  expect(plainTexts(null)).toEqual({})
  expect(joinTexts({ de: 'a', en: 'b' }, null, { de: 'c' })).toEqual({ de: 'a\nc', en: 'b' })
})

test.each([
  ['de', { de: 'x' }],
  ['en', { en: 'x' }],
  ['en-GB', { en: 'x' }],
  ['fr', { de: 'x' }],
])('a text in %s', (language, expected) => expect(textIn(language, 'x')).toEqual(expected))

test('peopleLine names everybody once, with what they were', () => {
  const person = { name: 'A', function: 'F', organisationName: 'O', note: null }
  const alone = { name: null, function: null, organisationName: 'O', note: 'Auftraggeber' }
  expect(peopleLine([person, person, alone, { ...person, name: 'B', function: null, organisationName: null }])).toBe(
    'A (F, O), O, Auftraggeber, B',
  )
})

test.each([
  ['2024-11-27', [2024]],
  [null, []],
])('years of %s', (date, years) => expect(yearsOf(date)).toEqual(years))
