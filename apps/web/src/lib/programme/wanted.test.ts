import { describe, expect, it } from 'vitest'
import { isNarrowed, readWanted, toFilter, writeWanted } from './wanted.ts'

const read = (query: string) => readWanted(new URLSearchParams(query))

describe('readWanted', () => {
  it.each([
    ['', { isNow: false }],
    [
      'reihe=a&raum=b&thema=c&art=workshop&sprache=en',
      { track: 'a', room: 'b', topic: 'c', type: 'workshop', language: 'en', isNow: false },
    ],
    ['reihe=&art=', { isNow: false }],
    ['art=lunch', { isNow: false }],
    ['jetzt', { isNow: true }],
    ['jetzt=1&spalten=raeume', { isNow: true, columns: 'room' }],
    ['spalten=reihen', { isNow: false, columns: 'track' }],
    ['spalten=toString', { isNow: false }],
  ])('%s', (query, expected) => {
    expect(JSON.parse(JSON.stringify(read(query)))).toEqual(expected)
  })
})

describe('writeWanted', () => {
  it.each(['', '?reihe=a%26b', '?reihe=a&raum=b&thema=c&art=panel&sprache=de&spalten=reihen&jetzt=1'])(
    'gives back %s',
    (query) => {
      expect(writeWanted(read(query))).toBe(query)
    },
  )
})

describe('isNarrowed', () => {
  it.each([
    ['', false],
    ['spalten=raeume', false],
    ['raum=x', true],
    ['jetzt', true],
  ])('%s: %s', (query, expected) => {
    expect(isNarrowed(read(query))).toBe(expected)
  })
})

describe('toFilter', () => {
  const topics = [{ id: 'top_1', slug: 'e-akte', name: { de: 'E-Akte' }, count: 2 }]
  it.each([
    ['', {}],
    ['reihe=a&raum=b', { tracks: ['a'], rooms: ['b'] }],
    ['thema=e-akte', { topicIds: ['top_1'] }],
    ['thema=unbekannt', { topicIds: [''] }],
    ['art=talk&sprache=en', { types: ['talk'], languages: ['en'] }],
  ])('%s', (query, expected) => {
    expect(toFilter(read(query), topics)).toEqual(expected)
  })
})
