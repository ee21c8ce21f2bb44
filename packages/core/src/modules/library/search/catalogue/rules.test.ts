import { expect, test } from 'vitest'
import { relatedWordings } from './rules.ts'
import type { Catalogue } from './types.ts'

const catalogue: Catalogue = {
  version: '1',
  facts: new Map(),
  parts: new Set(),
  concepts: new Map([
    ['eakt', ['akte']],
    ['elektron akt', ['akte']],
    ['akt', ['akte', 'vorgang']],
    ['vorgang', ['vorgang']],
    ['kita', ['kita']],
  ]),
  wordings: new Map([
    ['akte', ['eakt', 'elektron akt', 'akt']],
    ['vorgang', ['akt', 'vorgang']],
    ['kita', ['kita']],
  ]),
}
const related = (...keys: string[]) => Object.fromEntries(relatedWordings(catalogue, keys))

test.each([
  ['all wordings of one concept', ['eakt'], { eakt: ['akte'], 'elektron akt': ['akte'], akt: ['akte'] }],
  [
    'a wording of two concepts brings the wordings of both',
    ['akt'],
    { eakt: ['akte'], 'elektron akt': ['akte'], akt: ['akte', 'vorgang'], vorgang: ['vorgang'] },
  ],
  [
    'two wordings of one concept count once',
    ['eakt', 'elektron akt'],
    { eakt: ['akte'], 'elektron akt': ['akte'], akt: ['akte'] },
  ],
  ['an unknown wording brings nothing', ['haus', ''], {}],
])('%s', (_, keys, expected) => expect(related(...keys)).toEqual(expected))
