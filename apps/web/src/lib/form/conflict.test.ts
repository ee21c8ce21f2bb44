import { describe, expect, test } from 'vitest'
import { differencesOf, fingerprints, mergeVersions } from './conflict.ts'
import type { Field } from './types.ts'
import { toInput, toValues } from './values.ts'

const options = [{ value: 'held', label: 'hat stattgefunden' }]
const fields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  { kind: 'localized', name: 'motto', label: 'Motto' },
  { kind: 'select', name: 'state', label: 'Stand', options, optional: true },
  { kind: 'check', name: 'isHome', label: 'Startseite' },
  { kind: 'group', name: 'venue', label: 'Ort', fields: [{ kind: 'text', name: 'city', label: 'Stadt' }] },
  {
    kind: 'rows',
    name: 'people',
    label: 'Leute',
    add: 'Person',
    fields: [
      { kind: 'reference', name: 'personId', label: 'Person', to: 'person' },
      { kind: 'text', name: 'role', label: 'Rolle' },
    ],
  },
]
const names = { per_1: 'Ida', per_2: 'Bo' }
const base = { name: 'Fachtag', motto: { de: 'Alt' }, venue: { city: 'Leipzig' }, people: [{ personId: 'per_1' }] }
const version = (change: object) => toValues(fields, { ...base, ...change }, names)
const opened = fingerprints(fields, version({}))
const compare = (mine: object, theirs: object, before: string | undefined = opened) =>
  differencesOf(fields, version(mine), version(theirs), before)

describe('differences', () => {
  test('are none between equal versions, whatever a browser leaves out', () => {
    expect(compare({ name: 'Neu' }, { name: 'Neu' })).toEqual([])
    const { isHome: _, state: __, ...sent } = version({})
    expect(differencesOf(fields, sent, version({}), opened)).toEqual([])
  })

  test.each<[object, object, object]>([
    [{ name: 'Neu' }, {}, { path: 'name', label: 'Name', mine: 'Neu', theirs: 'Fachtag', changedBy: 'me' }],
    [{}, { name: 'Neu' }, { path: 'name', mine: 'Fachtag', theirs: 'Neu', changedBy: 'them' }],
    [{ name: 'A' }, { name: 'B' }, { path: 'name', mine: 'A', theirs: 'B', changedBy: 'both' }],
    [{ motto: { de: 'Alt', en: 'Old' } }, {}, { path: 'motto.en', label: 'Motto (EN)', mine: 'Old', changedBy: 'me' }],
    [{}, { state: 'held' }, { path: 'state', mine: '', theirs: 'hat stattgefunden', changedBy: 'them' }],
    [{ isHome: true }, {}, { path: 'isHome', mine: '✓', theirs: '–' }],
    [{ venue: { city: 'Halle' } }, {}, { path: 'venue.city', label: 'Ort: Stadt', mine: 'Halle', theirs: 'Leipzig' }],
    [
      { people: [{ personId: 'per_1', role: 'Leitung' }, { personId: 'per_2' }] },
      { people: [] },
      { path: 'people', label: 'Leute', mine: 'Ida, Leitung\nBo', theirs: '', changedBy: 'both' },
    ],
  ])('of %j and %j', (mine, theirs, expected) => {
    const differences = compare(mine, theirs)
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject(expected)
  })

  test('count as everybody’s where nobody knows what both began with', () => {
    expect(compare({ name: 'A' }, { name: 'B' }, '')[0]?.changedBy).toBe('both')
    expect(compare({ name: 'A' }, {}, 'unfug')[0]?.changedBy).toBe('both')
  })
})

test('fingerprints are the same for the same content and do not contain it', () => {
  expect(fingerprints(fields, version({}))).toBe(opened)
  expect(fingerprints(fields, version({ name: 'Anders' }))).not.toBe(opened)
  expect(opened).toMatch(/^[0-9a-f ]+$/)
})

test('what is taken from the other version is taken whole, the rest stays', () => {
  const mine = version({ name: 'Meins', people: [{ personId: 'per_2' }], motto: { de: 'Meins' } })
  const theirs = version({ name: 'Ihres', people: [{ personId: 'per_1' }, { personId: 'per_2' }], state: 'held' })
  const merged = mergeVersions(fields, mine, theirs, new Set(['people', 'state', 'unfug']))
  expect(toInput(fields, merged)).toMatchObject({
    name: 'Meins',
    motto: { de: 'Meins' },
    state: 'held',
    people: [{ personId: 'per_1' }, { personId: 'per_2' }],
  })
})
