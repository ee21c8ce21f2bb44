import { describe, expect, test } from 'vitest'
import { Concepts, wordingKey, wordings } from './concepts.ts'
import { thesaurus } from './thesaurus.ts'
import { tokenize } from './tokenize.ts'

describe('wordings share a key over inflection and spelling', () => {
  test.each([
    ['elektronische Akte', 'elektronischen Akten', 'Elektronische  Akte'],
    ['E-Akte', 'eAkten', 'e akte', 'E‑Akte'],
    ['künstliche Intelligenz', 'Kuenstlicher Intelligenz', 'KÜNSTLICHE INTELLIGENZ'],
    ['Online-Dienst', 'Onlinedienste'],
  ])('%s', (first, ...others) => expect(others.map(wordingKey)).toEqual(others.map(() => wordingKey(first))))
  test('and nothing but signs has none', () => expect(wordingKey(' – ')).toBe(''))
})

describe('concepts in a text', () => {
  const concepts = new Concepts()
  for (const wording of ['E-Akte', 'elektronische Akte', 'elektronische Aktenführung'])
    concepts.add(wordingKey(wording), 'akte')
  concepts.add(wordingKey('Akte'), 'papier')
  concepts.add('', 'nothing')
  const found = (text: string) =>
    concepts.find(tokenize(text)).map(({ concept, first, last }) => `${concept} ${first}-${last}`)
  test.each([
    ['Stand der elektronischen Akten im Kreis', ['akte 2-3', 'papier 3-3']],
    ['Die E-Akte', ['akte 1-1']],
    ['E-Akten-Einführung', ['akte 0-0']],
    ['elektronische Akte, E-Akte', ['akte 0-1', 'papier 1-1', 'akte 2-2']],
    ['elektronische Post und Akten', ['papier 3-3']],
    ['elektronische', []],
    ['', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))

  test('entries name each pair once', () => {
    concepts.add(wordingKey('E-Akte'), 'akte')
    const pairs = concepts.entries().map(({ key, concept }) => `${key} ${concept}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(pairs).toHaveLength(4)
  })
})

test('wordings are sequences of words, joined words both ways', () => {
  const keys = wordings(tokenize('IT-Sicherheit heute')).map(({ key, first, last }) => `${key} ${first}-${last}`)
  expect(keys).toEqual([
    'itsich 0-0', 'itsich heut 0-1', 'heut 1-1', 'it 0-0', 'it sich 0-0', 'it sich heut 0-1', 'sich 0-0', 'sich heut 0-1',
  ]) // biome-ignore format: a list of keys
})

test('a long text has no longer wordings than anybody looks for', () => {
  const keys = wordings(tokenize(Array.from({ length: 100 }, (_, i) => `wort${i}`).join(' '))).map(({ key }) => key)
  expect(Math.max(...keys.map((key) => key.split(' ').length))).toBe(8)
})

describe('the thesaurus', () => {
  test('names at least two wordings for each notion, each once, none empty', () => {
    for (const notion of thesaurus) {
      expect(notion.length).toBeGreaterThan(1)
      expect(new Set(notion).size).toBe(notion.length)
      expect(notion.filter((wording) => wordingKey(wording) === '')).toEqual([])
      expect(notion.filter((wording) => tokenize(wording).length > 8)).toEqual([])
    }
  })
})
