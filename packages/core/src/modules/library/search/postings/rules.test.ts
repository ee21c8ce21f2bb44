import { describe, expect, test } from 'vitest'
import { Analyser } from '../../../../platform/german/analysis.ts'
import { Concepts, wordingKey } from '../../../../platform/german/concepts.ts'
import type { SearchDocument } from '../documents/types.ts'
import { buildPostings, conceptTerm, corpusWords, readFields, wordSequence } from './rules.ts'

const document = (given: Partial<SearchDocument>): SearchDocument => ({
  kind: 'session', refId: 'ses_1', language: 'de', path: '/', title: {}, subtitle: {}, people: '', names: [], lead: {}, body: {},
  edition: null, years: [], lands: [], topics: [], ...given,
}) // biome-ignore format: an empty document
const concepts = new Concepts()
for (const wording of ['E-Akte', 'elektronische Akte']) concepts.add(wordingKey(wording), 'akte')
const impacts = (given: Partial<SearchDocument>) => {
  const fields = readFields(document(given))
  return new Map(
    Array.from(buildPostings([{ id: 1, fields }], new Analyser(), concepts), ([term, { impacts }]) => [
      term,
      impacts[0]!,
    ]),
  )
}
const impact = (given: Partial<SearchDocument>, term: string) => impacts(given).get(term) ?? 0

describe('what a term says about a document', () => {
  test('title over people over lead over body', () => {
    const inOrder = [
      { title: { de: 'Akte' } },
      { people: 'Akte' },
      { lead: { de: 'Akte' } },
      { body: { de: 'Akte' } },
    ].map((given) => impact(given, 'akt'))
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a))
    expect(new Set(inOrder).size).toBe(4)
  })
  test('the word over a piece over the head of a compound over its other parts', () => {
    const inOrder = ['Sicherheit', 'IT-Sicherheit', 'Informationssicherheit', 'Sicherheitsvorfall'].map((title) =>
      impact({ title: { de: title } }, 'sich'),
    )
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a))
    expect(new Set(inOrder).size).toBe(4)
  })
  test('a compound in a title over the word in a text', () => {
    expect(impact({ title: { de: 'Digitalisierungskonzept' } }, 'konzept')).toBeGreaterThan(
      impact({ lead: { de: 'Konzept' } }, 'konzept'),
    )
  })
  test('often over once, but not without end', () => {
    const once = impact({ body: { de: 'Akte' } }, 'akt')
    const often = impact({ body: { de: 'Akte '.repeat(50) } }, 'akt')
    expect(often).toBeGreaterThan(once)
    expect(often).toBeLessThan(2 * once)
  })
  test('a short title over a long one', () => {
    const long = 'Die Akte und alles, was in einer Verwaltung sonst noch dazu zu sagen wäre'
    expect(impact({ title: { de: 'Akte' } }, 'akt')).toBeGreaterThan(impact({ title: { de: long } }, 'akt'))
  })
  test('never more than 1000, for any text', () => {
    const all = impacts({
      title: { de: 'Akte' },
      people: 'Akte',
      names: ['Akte'],
      lead: { de: 'Akte' },
      body: { de: 'Akte' },
    })
    for (const value of all.values()) {
      expect(Number.isInteger(value)).toBe(true)
      expect(value).toBeGreaterThan(0)
      expect(value).toBeLessThanOrEqual(1_000)
    }
  })
})

test('concepts are terms, whatever their wording, and never a stem', () => {
  expect(impact({ title: { de: 'Zur elektronischen Akte' } }, conceptTerm('akte'))).toBeGreaterThan(0)
  expect(impact({ title: { de: 'eAkten' } }, conceptTerm('akte'))).toBeGreaterThan(0)
  expect(impact({ title: { de: 'Akte' } }, conceptTerm('akte'))).toBe(0)
  expect([...impacts({ title: { de: '#akte =akte C#' } }).keys()]).not.toContain(conceptTerm('akte'))
})

test('compounds come apart in German only; stop words stand in titles only', () => {
  expect(impact({ title: { en: 'Datenbank' } }, 'bank')).toBe(0)
  expect(impact({ title: { de: 'Datenbank' } }, 'bank')).toBeGreaterThan(0)
  expect(impact({ title: { de: 'Ohne uns' } }, '=ohne')).toBeGreaterThan(0)
  expect(impact({ body: { de: 'Ohne uns' } }, '=ohne')).toBe(0)
})

test('postings list documents in the order given', () => {
  const fields = readFields(document({ title: { de: 'Akte' } }))
  const postings = buildPostings([{ id: 3, fields }, { id: 8, fields }], new Analyser(), concepts) // biome-ignore format: short
  expect(postings.get('akt')!.documents).toEqual([3, 8])
})

test('the sequence of words does not run from one part into the next', () => {
  expect(wordSequence(readFields(document({ title: { de: 'Die E-Akte' }, lead: { de: 'im Alltag' } })))).toBe(
    ' die eakte |  | im alltag ',
  )
})

describe('corpusWords', () => {
  const words = (given: Partial<SearchDocument>[]) =>
    new Map(corpusWords(given.map(document)).map((one) => [one.word, one]))
  test('nouns that stand by themselves may be parts', () => {
    const known = words([{ lead: { de: 'Kivan hilft. Und Kivan lernt, neu. Neue Wege, Neue Ziele' } }])
    expect(known.get('kivan')).toEqual({ word: 'kivan', surface: 'Kivan', isPart: true })
    expect(known.get('lernt')!.isPart).toBe(false)
    expect(known.get('wege')!.isPart).toBe(false)
  })
  test.each([
    ['cut-off words', { lead: { de: 'Sicherheits- und Notfall- sowie Sicherheits- und' } }, 'sicherheits'],
    ['words in English', { title: { en: 'Kernel Kernel Kernel' } }, 'kernel'],
    ['names of people', { people: 'Kunze, Kunze, Kunze' }, 'kunze'],
    ['words that are also written small', { lead: { de: 'Neue Wege. Neue Ziele. Eine neue Zeit' } }, 'neue'],
    ['genitives of words that are known', { lead: { de: 'Kivan und Kivans und Kivans' } }, 'kivans'],
  ])('%s may not', (_what, given, word) => expect(words([given]).get(word)?.isPart ?? false).toBe(false))
})
