import { describe, expect, test } from 'vitest'
import { Analyser } from '../../../../platform/german/analysis.ts'
import { wordingKey } from '../../../../platform/german/concepts.ts'
import { buildSlots, extendWord, parseQuery } from '../plan/rules.ts'
import type { Plan } from '../plan/types.ts'
import { Marker, markAll, passage, reasons } from './rules.ts'

const wordings = new Map(['E-Akte', 'elektronische Akte'].map((wording) => [wordingKey(wording), ['akte']]))

function planFor(query: string): Plan {
  const parsed = parseQuery(query)
  const slots = buildSlots(parsed, new Analyser(), wordings)
  return { query: parsed, slots, didYouMean: null, postings: new Map(), version: '1', collectionSize: 100, wordings }
}
const found = (query: string, text: string, isGerman = true) =>
  new Marker(planFor(query)).find(text, isGerman).map(({ match }) => `${match.manner} ${match.word}`)

describe('marks', () => {
  test.each([
    ['Akte', 'Die Akte und die Akten', ['exact Akte', 'stem Akten']],
    ['Konzept', 'Ein Digitalisierungskonzept', ['compound Digitalisierungskonzept']],
    ['Sicherheit', 'IT-Sicherheit', ['compound IT-Sicherheit']],
    ['Kivan', 'Das Kivansystemhaus', ['compound Kivansystemhaus']],
    ['E-Akte', 'Stand der elektronischen Akten', ['synonym elektronischen Akten']],
    ['elektronische Akte', 'Die E-Akte', ['compound E-Akte']],
    ['elektronische Akte', 'elektronische Akte', ['exact elektronische', 'exact Akte']],
    ['Sicherheit', 'Man hält sich', []],
    ['Muenchen', 'In München', ['exact München']],
    ['Bürger', 'Für Bürger/-innen', ['exact Bürger/-innen']],
    ['Rat', 'Der Apparat', []],
    ['Akte', '', []],
  ])('%s in %s', (query, text, expected) => expect(found(query, text)).toEqual(expected))

  test('compounds only in German', () => expect(found('Daten', 'Datenbank', false)).toEqual([]))
  test('beginnings only where they were asked for', () => {
    const plan = planFor('Digi')
    const slots = extendWord(plan.slots, 0, [{ word: 'digital', surface: 'digital', documents: 1 }])
    expect(new Marker({ ...plan, slots }).find('Ganz digital', true)[0]!.match).toEqual({
      manner: 'prefix',
      word: 'digital',
    })
    expect(found('Digi', 'Ganz digital')).toEqual([])
  })
  test('are offsets into the text', () => {
    const text = 'Vom Digitalisierungskonzept zur E-Akte'
    const { marks } = markAll(text, new Marker(planFor('Konzept Akte')).find(text, true))
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['Digitalisierungskonzept', 'E-Akte'])
  })
})

describe('passage', () => {
  const marker = new Marker(planFor('Konzept Jena'))
  const cut = (text: string) => passage(text, marker.find(text, true))
  const filler = 'Dies sind Sätze ohne Belang. '.repeat(30)

  test('a short text stays whole, on one line', () => {
    expect(cut('Erste Zeile.\nDas Konzept.')).toEqual({
      text: 'Erste Zeile. Das Konzept.',
      marks: [{ start: 17, end: 24 }],
    })
  })
  test('of a long text it is where most words are', () => {
    const { text, marks } = cut(`${filler}Ein Konzept. ${filler}Das Konzept der Stadt Jena. ${filler}`)
    expect(text.startsWith('… ')).toBe(true)
    expect(text.endsWith(' …')).toBe(true)
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['Konzept', 'Jena'])
    expect(text.length).toBeLessThan(320)
  })
  test('begins and ends with whole words', () => {
    const { text } = cut(`${filler}Das Konzept von Jena. ${filler}`)
    for (const word of text.replaceAll('…', '').trim().split(' '))
      expect(`${filler}Das Konzept von Jena.`).toContain(word)
  })
  test('without any mark it is the beginning', () => {
    const { text, marks } = cut(filler)
    expect(text.startsWith('Dies sind')).toBe(true)
    expect(marks).toEqual([])
  })
  test('a text without blanks is cut all the same', () => {
    expect(cut('x'.repeat(2_000)).text.length).toBeLessThan(320)
  })
})

describe('reasons', () => {
  const marker = new Marker(planFor('Konzept E-Akte'))
  test('nearest first, each word once', () => {
    const shown = marker.find('Digitalisierungskonzept, Konzept, konzept, E-Akte', true)
    expect(reasons(shown, []).map(({ manner, word }) => `${manner} ${word}`)).toEqual([
      'exact Konzept',
      'exact E-Akte',
      'compound Digitalisierungskonzept',
    ])
  })
  test('names count only for words that no text answers', () => {
    const names = marker.find('elektronische Akte', true)
    expect(reasons(marker.find('Konzept', true), names).map(({ manner }) => manner)).toEqual(['exact', 'synonym'])
    expect(reasons(marker.find('Konzept der E-Akte', true), names).map(({ manner }) => manner)).toEqual([
      'exact',
      'exact',
    ])
  })
})
