import { describe, expect, test } from 'vitest'
import { Analyser } from '../../../../platform/german/analysis.ts'
import {
  asTypos, buildSlots, extendWord, likelySpellings, parseQuery, respell, shippedSpellings, unknownTokens, wordingKeys,
} from './rules.ts' // biome-ignore format: names

const analyser = new Analyser()
const slotsOf = (query: string, concepts = new Map<string, string[]>()) =>
  buildSlots(parseQuery(query), analyser, concepts)
const terms = (query: string) => slotsOf(query).map((slot) => [...slot.alternatives.keys()])
const word = (text: string, documents = 1) => ({ word: text, surface: text.toUpperCase(), documents })

describe('parseQuery', () => {
  test.each([
    ['Verwaltung heute', ['verwaltung', 'heute'], [], []],
    ['"digitale Akte" Jena', ['digitale', 'akte', 'jena'], [' digitale akte '], []],
    ['„digitale Akte“', ['digitale', 'akte'], [' digitale akte '], []],
    ['»Akte« «Plan»', ['akte', 'plan'], [' akte ', ' plan '], []],
    ['Akte -Papier', ['akte'], [], ['=papier', 'papi']],
    ['-Papier', ['papier'], [], []],
    ['E-Akte', ['eakte'], [], []],
    ['Akte - Papier', ['akte', 'papier'], [], []],
    ['"" Akte "', ['akte'], [' akte '], []],
    ['"…"', [], [], []],
  ])('%s', (query, forms, phrases, excluded) => {
    const parsed = parseQuery(query)
    expect(parsed.tokens.map((token) => token.form)).toEqual(forms)
    expect(parsed.phrases).toEqual(phrases)
    expect(parsed.excluded).toEqual(excluded)
  })
  test('cuts what nobody reads', () => {
    expect(parseQuery('wort '.repeat(100)).tokens).toHaveLength(12)
    expect(parseQuery('x'.repeat(1_000)).text).toHaveLength(300)
  })
})

describe('buildSlots', () => {
  test.each([
    ['Akten', [['=akten', 'akt']]],
    ['Kreisverwaltung', [['=kreisverwaltung', 'kreisverwalt', 'kreis'], ['=kreisverwaltung', 'kreisverwalt', 'verwalt']]],
    ['eAkte', [['=eakte', 'eakt']]],
    ['der Plan der Stadt', [['=plan', 'plan'], ['=stadt', 'stadt']]],
    ['wie und warum', [['=wie', 'wie', '=warum'], ['=und', 'und'], ['=warum', 'warum']]],
    ['Plan Plan', [['=plan', 'plan', '=planplan', 'planplan', '=plansplan', 'plansplan']]],
  ])('%s', (query, expected) => {
    const found = terms(query)
    expect(found).toHaveLength(expected.length)
    if (query !== 'wie und warum') expect(found).toEqual(expected)
  }) // biome-ignore format: a table

  test('words next to each other may be one word, with a linking s as well', () => {
    const [kita, portal] = terms('Kita Portal')
    expect(kita).toContain('=kitaportal')
    expect(portal).toContain('=kitaportal')
    expect(terms('Digitalisierung Konzept')[0]).toContain('=digitalisierungskonzept')
  })
  test('the slots of one word share its weight', () => {
    expect(slotsOf('Kindertageseinrichtung Jena').map((slot) => [slot.token, slot.weight])).toEqual([
      [0, 1 / 3],
      [0, 1 / 3],
      [0, 1 / 3],
      [1, 1],
    ])
  })
  test('a concept answers every word of its wording, less than the words themselves', () => {
    const slots = slotsOf('elektronische Akte Jena', new Map([['elektron akt', ['top_1']]]))
    expect(slots.map((slot) => slot.alternatives.get('#top_1')?.manner)).toEqual(['synonym', 'synonym', undefined])
    const { alternatives } = slots[0]!
    expect(alternatives.get('#top_1')!.factor).toBeLessThan(alternatives.get('=elektronische')!.factor)
  })
  test('exact counts more than inflected, that more than a part, that more than a beginning', () => {
    const [slot] = extendWord(slotsOf('Kreisverwaltung'), 0, [word('kreisverwaltungsreform')])
    const factor = (term: string) => slot!.alternatives.get(term)!.factor
    const inOrder = ['=kreisverwaltung', 'kreisverwalt', 'kreis', '=kreisverwaltungsreform'].map(factor)
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a))
    expect(new Set(inOrder).size).toBe(4)
  })
})

test('unknownTokens names the words without any posting, each once', () => {
  const slots = slotsOf('Kreisverwaltung Xyz Jena')
  const posting = { documents: [1], impacts: [1] }
  expect(unknownTokens(slots, new Map([['=jena', posting], ['kreis', posting]]))).toEqual([0, 1]) // biome-ignore format: short
  expect(unknownTokens(slots, new Map([['=jena', posting], ['kreisverwalt', posting]]))).toEqual([1]) // biome-ignore format: short
})

describe('spellings', () => {
  test.each([
    ['verwaltugn', ['verwaltung', 'verwalter', 'gewalt'], ['verwaltung']],
    ['jna', ['jena'], []],
    ['jean', ['jena', 'gera'], ['jena']],
    ['maier', ['meier', 'mayer', 'beier'], ['mayer', 'meier']],
    ['akte', ['akte'], []],
  ])('%s among %j', (form, candidates, expected) => {
    expect(
      likelySpellings(
        form,
        candidates.map((text) => word(text)),
      ).map((likely) => likely.word),
    ).toEqual(expected)
  })
  test('the commonest first, at most three', () => {
    const candidates = [word('haust', 1), word('hausa', 5), word('hausb', 3), word('hausc', 2)]
    expect(likelySpellings('hause', candidates).map((likely) => likely.word)).toEqual(['hausa', 'hausb', 'hausc'])
  })
  test.each([
    ['digitalisirung', 'Digitalisierung'],
    ['kreisverwaltugn', 'Kreisverwaltung'],
    ['recruting', 'Recruiting'],
  ])('%s may mean the shipped %s', (form, surface) => expect(shippedSpellings(form)[0]?.surface).toBe(surface))

  test('a respelled query keeps the rest as typed', () => {
    expect(respell(parseQuery('die  Verwaltugn, Jean!'), new Map([[1, 'Verwaltung'], [2, 'Jena']]))).toBe('die Verwaltung, Jena!') // biome-ignore format: short
  })
  test('what was meant counts less than what was typed, and further guesses less again', () => {
    const meant = new Map([[0, [word('jena'), word('jana')]]])
    const [slot] = asTypos(slotsOf('Jena'), meant)
    expect([...slot!.alternatives.values()].map(({ manner }) => manner)).toEqual(['typo', 'typo', 'typo'])
    expect(slot!.alternatives.get('=jana')!.factor).toBeLessThan(slot!.alternatives.get('=jena')!.factor)
  })
})

test('wordingKeys are each once', () => {
  const keys = wordingKeys(parseQuery('Akte Akte'))
  expect(keys).toEqual(['akt', 'akt akt'])
})
