import { describe, expect, test } from 'vitest'
import { Analyser } from './analysis.ts'
import { tokenize } from './tokenize.ts'

const analyser = new Analyser((word) => word === 'kivan')
const terms = (text: string, compounds = true) =>
  tokenize(text).flatMap((token) => analyser.terms(token, compounds).map(({ text, level }) => `${level} ${text}`))

describe('terms of a word, nearest first', () => {
  test.each([
    ['Akten', ['exact =akten', 'stem akt']],
    ['Kreisverwaltung', ['exact =kreisverwaltung', 'stem kreisverwalt', 'part kreis', 'head verwalt']],
    ['eAkte', ['exact =eakte', 'stem eakt', 'head akt']],
    [
      'IT-Sicherheit',
      ['exact =itsicherheit', 'stem itsich', 'piece =it', 'piece it', 'piece =sicherheit', 'piece sich'],
    ],
    [
      'KIVAN-Portal',
      ['exact =kivanportal', 'stem kivanportal', 'piece =kivan', 'piece kivan', 'piece =portal', 'piece portal'],
    ],
    ['Kivanportale', ['exact =kivanportale', 'stem kivanportal', 'part kivan', 'head portal']],
    ['2024', ['exact =2024', 'stem 2024']],
    ['sich', ['exact =sich']],
  ])('%s', (word, expected) => expect(terms(word)).toEqual(expected))
})

test('what follows the first part of a longer compound is a part as well', () => {
  expect(terms('Stadtverwaltungsreform')).toContain('head verwaltungsreform')
  expect(terms('Kreisverwaltung')).not.toContain('head kreisverwalt')
})

test('other languages have no compounds, and the two answers are kept apart', () => {
  expect(terms('Kreisverwaltung', false)).toEqual(['exact =kreisverwaltung', 'stem kreisverwalt'])
  expect(terms('Kreisverwaltung')).toHaveLength(4)
})

test('no term stands twice', () => {
  const all = terms('Portal-Portal')
  expect(new Set(all.map((term) => term.split(' ')[1])).size).toBe(all.length)
})
