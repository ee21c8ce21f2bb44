import { describe, expect, test } from 'vitest'
import { messages } from './messages.ts'

const [de, en] = [messages('de'), messages('en')]

type Leaf = { readonly path: string; readonly sentence: (...given: unknown[]) => unknown }

function sentencesOf(node: unknown, path = ''): Leaf[] {
  if (typeof node === 'function') return [{ path, sentence: node as Leaf['sentence'] }]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, child]) => sentencesOf(child, path ? `${path}.${name}` : name))
}

describe.each([
  ['German', sentencesOf(de)],
  ['English', sentencesOf(en)],
])('%s sentences', (_, sentences) => {
  test('take in all that they are given', () => {
    // Where a word or a kind is expected instead of a name, the sentence chooses by it and does not repeat it.
    const chooses = /^format\.(day|stretch|count|inDays)$|timesUnknown|results$|overlap$|partCount$|releases\.told$/
    const silent = sentences
      .filter(({ path }) => !chooses.test(path))
      .filter(({ sentence }) => {
        const given = Array.from({ length: sentence.length }, (_, i) => `<${i}>`)
        const said = String(sentence(...given))
        return given.some((one) => !said.includes(one))
      })
      .map(({ path }) => path)
    expect(silent).toEqual([])
  })

  test('never say undefined, NaN or nothing, whatever the number', () => {
    for (const { path, sentence } of sentences) {
      for (const count of [0, 1, 2, 1000]) {
        const said = sentence(...Array.from({ length: sentence.length }, () => count))
        if (/^format\.(day|stretch|count)$/.test(path)) continue
        expect({ path, said: String(said) }).not.toEqual({ path, said: expect.stringMatching(/undefined|NaN|^\s*$/) })
      }
    }
  })
})

test.each<[string, (t: typeof de) => (count: number) => string, string, string, string, string]>([
  ['sessions', (t) => t.programme.sessionCount, '1 Programmpunkt', '2 Programmpunkte', '1 session', '2 sessions'],
  ['appearances', (t) => t.people.appearances, '1 Auftritt', '2 Auftritte', '1 appearance', '2 appearances'],
  ['suggestions', (t) => t.search.suggestionCount, '1 Vorschlag', '2 Vorschläge', '1 suggestion', '2 suggestions'],
])('one and many of %s', (_, pick, oneGerman, manyGerman, oneEnglish, manyEnglish) => {
  expect([pick(de)(1), pick(de)(2), pick(en)(1), pick(en)(2)]).toEqual([oneGerman, manyGerman, oneEnglish, manyEnglish])
  expect(pick(de)(0)).toMatch(/^0 /)
})

test.each([
  [0, 'heute', 'today'],
  [1, 'morgen', 'tomorrow'],
  [2, 'noch 2 Tage', 'in 2 days'],
  [300, 'noch 300 Tage', 'in 300 days'],
])('in %d days is %s and %s', (days, german, english) => {
  expect([de.format.inDays(days), en.format.inDays(days)]).toEqual([german, english])
})

test('a span of one year is that year', () => {
  expect([de.library.topics.years('2024', '2024'), de.library.topics.years('2016', '2024')]).toEqual([
    '2024',
    '2016 bis 2024',
  ])
})
